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
    lower(sourceipaddress) = '198.51.100.7'
    OR lower(sourceipaddress) LIKE '%.amazonaws.com' ESCAPE '\'
    OR (contains('10.0.0.0/8', TRY_CAST(sourceipaddress AS ipaddress)))
    OR (contains('2001:db8::/32', TRY_CAST(sourceipaddress AS ipaddress)))
  )
  AND lower(useragent) LIKE '%boto3%' ESCAPE '\'
)
ORDER BY eventtime, eventid
LIMIT 50
