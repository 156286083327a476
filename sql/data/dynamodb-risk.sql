/*---
title: Tables of DynamoDB read whole, exported or put at risk
description: >-
  Scans and PartiQL statements, exports to S3, deletions, and recovery turned off. Scans are seen only where the trail records
  data events of the table.
parameters:
  table: {type: string, optional: true, help: the table's name, example: customers}
mitre: [T1530, T1485, T1490]
---*/
SELECT
    principal,
    eventname,
    coalesce(
        json_extract_scalar(requestparameters, '$.tableName'),
        json_extract_scalar(requestparameters, '$.tableArn'),
        json_extract_scalar(requestparameters, '$.backupArn')
    ) AS target,
    sourceipaddress,
    count(*) AS calls,
    count(errorcode) AS errors,
    min(eventtime) AS first_seen,
    max(eventtime) AS last_seen
FROM cloudtrail
WHERE eventsource = 'dynamodb.amazonaws.com'
    AND (
        eventname IN (
            'Scan', 'ExecuteStatement', 'BatchExecuteStatement', 'ExportTableToPointInTime', 'DeleteTable',
            'DeleteBackup', 'PutResourcePolicy'
        )
        OR (
            eventname = 'UpdateContinuousBackups'
            AND regexp_like(requestparameters, '"pointInTimeRecoveryEnabled" ?: ?false')
        )
        OR (
            eventname = 'UpdateTable'
            AND regexp_like(requestparameters, '"deletionProtectionEnabled" ?: ?false')
        )
    )
    AND (:table IS NULL OR strpos(requestparameters, :table) > 0)
GROUP BY 1, 2, 3, 4
ORDER BY calls DESC, principal, eventname, target, sourceipaddress
