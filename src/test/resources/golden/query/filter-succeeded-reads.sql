SELECT
  eventtime,
  eventsource,
  eventname,
  principal,
  sourceipaddress,
  errorcode,
  awsregion,
  recipientaccountid,
  accesskeyid,
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
