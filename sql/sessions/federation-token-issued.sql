/*---
title: Federated credentials made from a long-term key
description: >-
  GetFederationToken makes credentials that go on working after the key they were made with is deleted.
mitre: [T1550.001, T1098.001]
kind: detection
level: medium
false_positives: >-
  Applications that give their users rights this way.
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
WHERE eventsource = 'sts.amazonaws.com'
    AND eventname = 'GetFederationToken'
    AND outcome = 'success'
ORDER BY eventtime, eventid
