/*---
title: Database made reachable from the internet
description: >-
  A database was created, changed or restored with a public address.
mitre: [T1133, T1578.005]
kind: detection
level: medium
false_positives: >-
  Databases for tests without private networks.
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
        'CreateDBInstance', 'ModifyDBInstance', 'RestoreDBInstanceFromDBSnapshot',
        'RestoreDBInstanceToPointInTime', 'CreateDBCluster'
    )
    AND outcome = 'success'
    AND json_extract_scalar(requestparameters, '$.publiclyAccessible') = 'true'
ORDER BY eventtime, eventid
