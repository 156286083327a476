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
ORDER BY eventtime, eventid
