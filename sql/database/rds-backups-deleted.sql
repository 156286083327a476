/*---
title: Backups of a database deleted
description: >-
  Snapshots or retained automated backups of databases were deleted by a person or a role.
mitre: [T1490, T1485]
kind: detection
level: medium
false_positives: >-
  Clean-up of old snapshots, which comes back every day or week.
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
    AND eventname IN (
        'DeleteDBSnapshot', 'DeleteDBClusterSnapshot', 'DeleteDBInstanceAutomatedBackup',
        'DeleteDBClusterAutomatedBackup'
    )
    AND outcome = 'success'
    AND coalesce(principal_type, '') NOT IN ('service', 'service-role')
ORDER BY eventtime, eventid
