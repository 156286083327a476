/*---
title: Session of root in a member account
description: >-
  AssumeRoot gives the management account, or whoever it delegated this to, a short session of root in a member account.
mitre: [T1078.004, T1548.005]
kind: detection
level: medium
false_positives: >-
  Removal of old root credentials, and unlocking of buckets and queues.
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
    AND eventname = 'AssumeRoot'
    AND outcome = 'success'
ORDER BY eventtime, eventid
