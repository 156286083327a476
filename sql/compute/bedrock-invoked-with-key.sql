/*---
title: Bedrock model invoked with a long-term key
description: >-
  Applications call models with roles; stolen long-term keys are sold for it. Attempts that failed too.
mitre: [T1496.004]
kind: detection
level: medium
false_positives: >-
  Developers with keys of their own, and applications that have no role.
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
WHERE eventsource = 'bedrock.amazonaws.com'
    AND eventname IN ('InvokeModel', 'InvokeModelWithResponseStream', 'Converse', 'ConverseStream')
    AND accesskeyid LIKE 'AKIA%'
ORDER BY eventtime, eventid
