SELECT
  eventtime,
  eventsource,
  eventname,
  coalesce(
    useridentity.arn,
    useridentity.username,
    useridentity.principalid,
    useridentity.invokedby,
    useridentity.type
  ) principal,
  sourceipaddress,
  errorcode,
  awsregion,
  recipientaccountid,
  useridentity.accesskeyid accesskeyid,
  useragent,
  requestparameters,
  eventid
FROM cloudtrail
WHERE (
  lower(eventid) = '9f1c1e5e-0000-4000-8000-000000000001'
  AND errorcode IS NULL
  AND errormessage IS NULL
  AND readonly = 'true'
)
ORDER BY eventtime, eventid
