/*---
title: Start-up script of an instance changed
description: >-
  What is in user data runs as root or administrator when the instance starts again.
mitre: [T1059.009, T1037]
kind: detection
level: high
false_positives: >-
  Infrastructure tools that change instances instead of replacing them.
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
WHERE eventsource = 'ec2.amazonaws.com'
    AND eventname = 'ModifyInstanceAttribute'
    AND outcome = 'success'
    AND json_extract(requestparameters, '$.userData') IS NOT NULL
ORDER BY eventtime, eventid
