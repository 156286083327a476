/*---
title: Snapshot of a database exported to S3
description: >-
  StartExportTask writes all the data of a snapshot to a bucket.
mitre: [T1537, T1530]
kind: detection
level: medium
false_positives: >-
  Exports for analytics, which come back on a schedule.
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
    AND eventname = 'StartExportTask'
    AND outcome = 'success'
ORDER BY eventtime, eventid
