/*---
title: AWS Config stopped or deleted
description: >-
  The recorder stopped or deleted, or its delivery channel deleted; attempts that failed too.
mitre: [T1562.001, T1562.008]
kind: detection
level: high
false_positives: >-
  Accounts that are closed, and a recorder that is set up again.
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
WHERE eventsource = 'config.amazonaws.com'
    AND eventname IN ('StopConfigurationRecorder', 'DeleteConfigurationRecorder', 'DeleteDeliveryChannel')
ORDER BY eventtime, eventid
