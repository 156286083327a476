/*---
title: Policy of the organization detached or deleted
description: >-
  Service control policies and other policies of the organization limit what accounts may do.
mitre: [T1562.001, T1666]
kind: detection
level: medium
false_positives: >-
  Changes of the landing zone.
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
WHERE eventsource = 'organizations.amazonaws.com'
    AND eventname IN ('DetachPolicy', 'DeletePolicy', 'DisablePolicyType')
    AND outcome = 'success'
ORDER BY eventtime, eventid
