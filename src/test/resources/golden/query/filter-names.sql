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
