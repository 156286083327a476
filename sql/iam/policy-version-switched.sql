/*---
title: Another version of a policy made the default
description: >-
  SetDefaultPolicyVersion brings back an older version of a policy, which may allow more, without writing any policy.
mitre: [T1098.003]
kind: detection
level: medium
false_positives: >-
  Rollbacks of policies by infrastructure tools.
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
WHERE eventsource = 'iam.amazonaws.com'
    AND eventname = 'SetDefaultPolicyVersion'
    AND outcome = 'success'
ORDER BY eventtime, eventid
