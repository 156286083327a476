/*---
title: Deletion protection or backups of a database turned off
description: >-
  Without protection a database can be deleted at once; a retention of 0 days deletes its automated backups.
mitre: [T1490, T1485]
kind: detection
level: medium
false_positives: >-
  Databases that are about to be taken down.
---*/
SELECT
    eventtime,
    action,
    principal,
    target,
    sourceipaddress,
    outcome,
    errorcode,
    accesskeyid,
    recipientaccountid AS account,
    awsregion,
    useragent,
    requestparameters,
    eventid
FROM cloudtrail
WHERE eventsource = 'rds.amazonaws.com'
    AND eventname IN ('ModifyDBInstance', 'ModifyDBCluster')
    AND outcome = 'success'
    AND (
        json_extract_scalar(requestparameters, '$.deletionProtection') = 'false'
        OR json_extract_scalar(requestparameters, '$.backupRetentionPeriod') = '0'
    )
ORDER BY eventtime, eventid
