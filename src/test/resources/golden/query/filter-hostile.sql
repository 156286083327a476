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
    lower(useridentity.username) IN (
      ''' or 1=1 --', '100%_*'
    )
    OR lower(useridentity.username) LIKE '\\'' or ''''='' /%' ESCAPE '\'
    OR lower(useridentity.type) IN (
      ''' or 1=1 --', '100%_*'
    )
    OR lower(useridentity.type) LIKE '\\'' or ''''='' /%' ESCAPE '\'
    OR lower(useridentity.sessioncontext.sessionissuer.username) IN (
      ''' or 1=1 --', '100%_*'
    )
    OR lower(useridentity.sessioncontext.sessionissuer.username) LIKE '\\'' or ''''='' /%' ESCAPE '\'
    OR lower(split_part(useridentity.principalid, ':', 2)) IN (
      ''' or 1=1 --', '100%_*'
    )
    OR lower(split_part(useridentity.principalid, ':', 2)) LIKE '\\'' or ''''='' /%' ESCAPE '\'
    OR lower(split_part(
      split_part(useridentity.principalid, ':', 2),
      '@',
      1
    )) IN (
      ''' or 1=1 --', '100%_*'
    )
    OR lower(split_part(
      split_part(useridentity.principalid, ':', 2),
      '@',
      1
    )) LIKE '\\'' or ''''='' /%' ESCAPE '\'
  )
  AND (
    (any_match(resources, r -> r.arn LIKE '%''}{0} _ :x ${y}%' ESCAPE '\'))
    OR requestparameters LIKE '%''}{0} _ :x ${y}%' ESCAPE '\'
    OR responseelements LIKE '%''}{0} _ :x ${y}%' ESCAPE '\'
  )
)
ORDER BY eventtime, eventid
