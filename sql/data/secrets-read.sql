/*---
title: Secrets read
description: >-
  Secrets Manager, decrypted parameters of Systems Manager, and Windows passwords of instances, by principal, address and
  action, with how many different ones. The names of at most ten are shown.
parameters:
  principal: {type: principal, optional: true, help: 'only what this user, role or session did'}
  min_secrets: {type: integer, min: 0, default: 1, help: the least number of different secrets}
mitre: [T1555.006, T1552]
---*/
SELECT
    principal,
    sourceipaddress,
    eventname,
    count(DISTINCT secret) AS secrets,
    count(*) AS calls,
    count(errorcode) AS errors,
    array_join(slice(array_sort(array_agg(DISTINCT secret) FILTER (WHERE secret <> '')), 1, 10), ', ') AS names,
    array_join(slice(array_sort(array_agg(DISTINCT accesskeyid) FILTER (WHERE accesskeyid <> '')), 1, 10), ', ') AS keys,
    array_join(slice(array_sort(array_agg(DISTINCT awsregion) FILTER (WHERE awsregion <> '')), 1, 10), ', ') AS regions,
    min(eventtime) AS first_seen,
    max(eventtime) AS last_seen
FROM (
    SELECT
        principal,
        sourceipaddress,
        eventname,
        coalesce(
            json_extract_scalar(requestparameters, '$.secretId'),
            json_extract_scalar(requestparameters, '$.name'),
            json_extract_scalar(requestparameters, '$.path'),
            json_extract_scalar(requestparameters, '$.instanceId'),
            requestparameters
        ) AS secret,
        errorcode,
        accesskeyid,
        awsregion,
        eventtime
    FROM cloudtrail
    WHERE (
            (
                eventsource = 'secretsmanager.amazonaws.com'
                AND eventname IN ('GetSecretValue', 'BatchGetSecretValue')
            )
            OR (
                eventsource = 'ssm.amazonaws.com'
                AND eventname IN ('GetParameter', 'GetParameters', 'GetParametersByPath', 'GetParameterHistory')
                AND json_extract_scalar(requestparameters, '$.withDecryption') = 'true'
            )
            OR (eventsource = 'ec2.amazonaws.com' AND eventname = 'GetPasswordData')
        )
        AND (:principal IS NULL OR lower(:principal) IN (
            lower(useridentity.arn),
            lower(useridentity.username),
            lower(useridentity.type),
            lower(useridentity.principalid),
            lower(split_part(useridentity.principalid, ':', 2)),
            lower(split_part(split_part(useridentity.principalid, ':', 2), '@', 1)),
            lower(useridentity.sessioncontext.sessionissuer.arn),
            lower(useridentity.sessioncontext.sessionissuer.username)
        ))
) AS reads
GROUP BY 1, 2, 3
HAVING count(DISTINCT secret) >= :min_secrets
ORDER BY secrets DESC, calls DESC, principal, sourceipaddress, eventname
