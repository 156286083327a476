/*---
title: Activity stream of a database stopped
description: >-
  The stream records what is done inside the database; attempts that failed too.
mitre: [T1562.008]
kind: detection
level: high
false_positives: >-
  Databases that are taken down.
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
WHERE eventsource = 'rds.amazonaws.com'
    AND eventname = 'StopActivityStream'
ORDER BY eventtime, eventid
