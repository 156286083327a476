/*---
title: Logging of Bedrock model invocations turned off
description: >-
  Without it, nobody sees what prompts were sent to the models.
mitre: [T1562.008]
kind: detection
level: high
false_positives: >-
  None known; logging is changed with a Put, not a Delete.
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
    AND eventname = 'DeleteModelInvocationLoggingConfiguration'
ORDER BY eventtime, eventid
