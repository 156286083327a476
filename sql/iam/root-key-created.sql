/*---
title: Access key of root created
description: >-
  The root user has all rights and no policy limits its keys. There is no reason to have one.
mitre: [T1098.001, T1078.004]
kind: detection
level: critical
false_positives: >-
  None known.
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
WHERE eventsource = 'iam.amazonaws.com'
    AND eventname = 'CreateAccessKey'
    AND outcome = 'success'
    AND useridentity.type = 'Root'
    AND json_extract_scalar(requestparameters, '$.userName') IS NULL
ORDER BY eventtime, eventid
