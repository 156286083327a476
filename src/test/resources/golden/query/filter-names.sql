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
  (
    lower(eventname) IN (
      'runinstances', 'createuser'
    )
    OR lower(eventname) LIKE 'describe%' ESCAPE '\'
  )
  AND lower(eventsource) IN (
    'ec2.amazonaws.com', 'iam.amazonaws.com'
  )
)
ORDER BY eventtime, eventid
