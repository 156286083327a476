/*---
title: Role attached to a database
description: >-
  The database can use the rights of the role: with one for S3, SQL alone exports all data.
mitre: [T1098.003]
kind: detection
level: low
false_positives: >-
  New imports from and exports to S3.
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
    AND eventname IN ('AddRoleToDBInstance', 'AddRoleToDBCluster')
    AND outcome = 'success'
ORDER BY eventtime, eventid
