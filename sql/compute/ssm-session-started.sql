/*---
title: Shell session on an instance started
description: >-
  Session Manager opens a shell, or a tunnel to a port, without SSH.
mitre: [T1021.008, T1651]
kind: detection
level: low
false_positives: >-
  Administrators who sign in this way.
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
WHERE eventsource = 'ssm.amazonaws.com'
    AND eventname IN ('StartSession', 'ResumeSession')
    AND outcome = 'success'
ORDER BY eventtime, eventid
