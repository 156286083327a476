/*---
title: Changes of alarms, log groups and event rules
description: >-
  CloudWatch, CloudWatch Logs and EventBridge: who deleted or changed what warns you. Log streams created and log
  events put by programs are left out.
parameters:
  reads: {type: boolean, default: false, help: true adds calls that only read}
mitre: [T1562.008, T1070]
---*/
SELECT
    eventtime,
    eventname,
    eventsource,
    coalesce(
        json_extract_scalar(requestparameters, '$.logGroupName'),
        json_extract_scalar(requestparameters, '$.alarmName'),
        json_extract_scalar(requestparameters, '$.name'),
        json_extract_scalar(requestparameters, '$.rule')
    ) AS target,
    principal,
    sourceipaddress,
    errorcode,
    accesskeyid,
    recipientaccountid AS account,
    awsregion,
    useragent,
    requestparameters,
    eventid
FROM cloudtrail
WHERE eventsource IN ('monitoring.amazonaws.com', 'logs.amazonaws.com', 'events.amazonaws.com')
    AND (:reads OR readonly IS NULL OR readonly <> 'true')
    AND eventname NOT IN ('CreateLogStream', 'PutLogEvents', 'PutMetricData')
ORDER BY eventtime, eventid
