/*---
title: Region enabled
description: >-
  A Region that is off by default was enabled: often the first step to use one that nobody watches.
mitre: [T1535]
kind: detection
level: medium
false_positives: >-
  The planned use of a new Region.
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
WHERE eventsource = 'account.amazonaws.com'
    AND eventname = 'EnableRegion'
    AND outcome = 'success'
ORDER BY eventtime, eventid
