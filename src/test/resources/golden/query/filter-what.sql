SELECT
  eventtime,
  useridentity.arn "useridentity.arn",
  requestparameters
FROM cloudtrail
WHERE (
  (
    (any_match(resources, r -> r.arn LIKE '%my\_bucket%' ESCAPE '\'))
    OR requestparameters LIKE '%my\_bucket%' ESCAPE '\'
    OR responseelements LIKE '%my\_bucket%' ESCAPE '\'
    OR (any_match(resources, r -> r.arn LIKE '%i-0abc%%' ESCAPE '\'))
    OR requestparameters LIKE '%i-0abc%%' ESCAPE '\'
    OR responseelements LIKE '%i-0abc%%' ESCAPE '\'
  )
  AND (
    lower(errorcode) = 'accessdenied'
    OR lower(errorcode) LIKE '%unauthorized%' ESCAPE '\'
  )
  AND (
    readonly IS NULL
    OR readonly <> 'true'
  )
)
ORDER BY eventtime, eventid
