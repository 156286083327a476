/*---
title: Database restored from a snapshot or backup
description: >-
  A copy of a database, with a password of its own, is a way to its data that leaves the database alone.
mitre: [T1530, T1578.002]
kind: detection
level: low
false_positives: >-
  Restores for tests, and recovery.
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
        'RestoreDBInstanceFromDBSnapshot', 'RestoreDBClusterFromSnapshot', 'RestoreDBInstanceToPointInTime',
        'RestoreDBClusterToPointInTime'
    )
    AND outcome = 'success'
    AND coalesce(principal_type, '') NOT IN ('service', 'service-role')
ORDER BY eventtime, eventid
