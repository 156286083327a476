/*---
title: Log group of CloudWatch Logs deleted
description: >-
  With a log group go all the logs in it.
mitre: [T1070, T1562.008]
kind: detection
level: low
false_positives: >-
  Stacks and functions that are deleted with their logs.
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
WHERE eventsource = 'logs.amazonaws.com'
    AND eventname = 'DeleteLogGroup'
    AND outcome = 'success'
    AND coalesce(principal_type, '') NOT IN ('service', 'service-role')
ORDER BY eventtime, eventid
