/*---
title: Database deleted without a final snapshot
description: >-
  A database or cluster was deleted with skipFinalSnapshot: what no other snapshot holds is lost.
mitre: [T1485]
kind: detection
level: medium
false_positives: >-
  Test environments that are taken down.
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
    AND eventname IN ('DeleteDBInstance', 'DeleteDBCluster')
    AND outcome = 'success'
    AND json_extract_scalar(requestparameters, '$.skipFinalSnapshot') = 'true'
ORDER BY eventtime, eventid
