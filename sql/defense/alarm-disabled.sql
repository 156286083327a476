/*---
title: CloudWatch alarms disabled or deleted
description: >-
  Alarms no longer act or no longer exist. Auto Scaling, which creates and deletes its own, is left out.
mitre: [T1562.001]
kind: detection
level: low
false_positives: >-
  Stacks that are deleted, and maintenance windows.
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
WHERE eventsource = 'monitoring.amazonaws.com'
    AND eventname IN ('DisableAlarmActions', 'DeleteAlarms')
    AND outcome = 'success'
    AND coalesce(principal_type, '') NOT IN ('service', 'service-role')
ORDER BY eventtime, eventid
