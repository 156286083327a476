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
    lower(useridentity.username) = 'alice'
    OR lower(useridentity.type) = 'alice'
    OR lower(useridentity.sessioncontext.sessionissuer.username) = 'alice'
    OR lower(split_part(useridentity.principalid, ':', 2)) = 'alice'
    OR lower(split_part(
      split_part(useridentity.principalid, ':', 2),
      '@',
      1
    )) = 'alice'
  )
  AND (
    lower(useridentity.arn) = 'arn:aws:iam::111122223333:role/admin'
    OR lower(useridentity.arn) LIKE '%deploy_\_%' ESCAPE '\'
    OR lower(useridentity.username) = 'arn:aws:iam::111122223333:role/admin'
    OR lower(useridentity.username) LIKE '%deploy_\_%' ESCAPE '\'
    OR lower(useridentity.type) = 'arn:aws:iam::111122223333:role/admin'
    OR lower(useridentity.type) LIKE '%deploy_\_%' ESCAPE '\'
    OR lower(useridentity.principalid) = 'arn:aws:iam::111122223333:role/admin'
    OR lower(useridentity.principalid) LIKE '%deploy_\_%' ESCAPE '\'
    OR lower(useridentity.sessioncontext.sessionissuer.arn) = 'arn:aws:iam::111122223333:role/admin'
    OR lower(useridentity.sessioncontext.sessionissuer.arn) LIKE '%deploy_\_%' ESCAPE '\'
    OR lower(useridentity.sessioncontext.sessionissuer.username) = 'arn:aws:iam::111122223333:role/admin'
    OR lower(useridentity.sessioncontext.sessionissuer.username) LIKE '%deploy_\_%' ESCAPE '\'
    OR lower(split_part(useridentity.principalid, ':', 2)) = 'arn:aws:iam::111122223333:role/admin'
    OR lower(split_part(useridentity.principalid, ':', 2)) LIKE '%deploy_\_%' ESCAPE '\'
    OR lower(split_part(
      split_part(useridentity.principalid, ':', 2),
      '@',
      1
    )) = 'arn:aws:iam::111122223333:role/admin'
    OR lower(split_part(
      split_part(useridentity.principalid, ':', 2),
      '@',
      1
    )) LIKE '%deploy_\_%' ESCAPE '\'
  )
  AND (
    lower(useridentity.accesskeyid) = 'akiaiosfodnn7example'
    OR lower(useridentity.accesskeyid) LIKE 'asia%' ESCAPE '\'
  )
)
ORDER BY eventtime, eventid
