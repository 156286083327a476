/*---
title: Snapshot of a database copied
description: >-
  A copy can be encrypted with another key or made in another Region, and then shared. AWS Backup is left out.
mitre: [T1530, T1537]
kind: detection
level: low
false_positives: >-
  Copies for recovery, which come back on a schedule.
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
    AND eventname IN ('CopyDBSnapshot', 'CopyDBClusterSnapshot')
    AND outcome = 'success'
    AND coalesce(principal_type, '') NOT IN ('service', 'service-role')
ORDER BY eventtime, eventid
