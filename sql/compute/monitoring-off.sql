/*---
title: Detailed monitoring of instances turned off
description: >-
  UnmonitorInstances makes the figures of instances coarser, so that mining shows less.
mitre: [T1562.001]
kind: detection
level: low
false_positives: >-
  Savings.
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
    AND eventname = 'UnmonitorInstances'
    AND outcome = 'success'
ORDER BY eventtime, eventid
