/*---
title: Many different secrets read within an hour
description: >-
  Principals and addresses that read at least so many different secrets of Secrets Manager and decrypted parameters of Systems
  Manager. For each read see secrets-read.
parameters:
  min_secrets: {type: integer, min: 0, default: 10, help: the least number of different secrets}
mitre: [T1555.006]
kind: detection
level: high
false_positives: >-
  Backup tools and applications that read all their settings when they start.
---*/
SELECT
    substr(eventtime, 1, 13) || ':00:00Z' AS period_start,
    principal,
    sourceipaddress,
    recipientaccountid AS account,
    count(DISTINCT coalesce(
        json_extract_scalar(requestparameters, '$.secretId'),
        json_extract_scalar(requestparameters, '$.name')
    )) + coalesce(sum(json_array_length(json_extract(requestparameters, '$.names'))), 0) AS secrets,
    count(*) AS calls,
    count(errorcode) AS errors,
    min(eventtime) AS first_seen,
    max(eventtime) AS last_seen
FROM cloudtrail
WHERE (
        eventsource = 'secretsmanager.amazonaws.com'
        AND eventname = 'GetSecretValue'
    )
    OR (
        eventsource = 'ssm.amazonaws.com'
        AND eventname IN ('GetParameter', 'GetParameters')
        AND json_extract_scalar(requestparameters, '$.withDecryption') = 'true'
    )
GROUP BY 1, 2, 3, 4
HAVING count(DISTINCT coalesce(
        json_extract_scalar(requestparameters, '$.secretId'),
        json_extract_scalar(requestparameters, '$.name')
    )) + coalesce(sum(json_array_length(json_extract(requestparameters, '$.names'))), 0) >= :min_secrets
ORDER BY secrets DESC, period_start, principal, sourceipaddress, account
