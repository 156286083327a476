/*---
title: Trail stopped or deleted
description: >-
  CloudTrail stops to record, or what it recorded is deleted; attempts that failed too.
mitre: [T1562.008]
kind: detection
level: high
false_positives: >-
  Trails of test environments that are taken down.
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
WHERE eventsource = 'cloudtrail.amazonaws.com'
    AND eventname IN ('StopLogging', 'DeleteTrail', 'DeleteEventDataStore', 'StopEventDataStoreIngestion')
ORDER BY eventtime, eventid
