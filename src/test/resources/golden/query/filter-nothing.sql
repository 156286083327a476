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
ORDER BY eventtime, eventid
