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
    lower(useridentity.username) = 'root'
    OR lower(useridentity.type) = 'root'
    OR lower(useridentity.sessioncontext.sessionissuer.username) = 'root'
    OR lower(split_part(useridentity.principalid, ':', 2)) = 'root'
    OR lower(split_part(
      split_part(useridentity.principalid, ':', 2),
      '@',
      1
    )) = 'root'
  )
  AND (
    errorcode IS NOT NULL
    OR errormessage IS NOT NULL
  )
)
ORDER BY eventtime, eventid
