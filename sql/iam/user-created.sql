/*---
title: IAM user created
description: >-
  A new IAM user. People should come through a federation, so a new user with a key of its own is rare in most accounts.
mitre: [T1136.003]
kind: detection
level: low
false_positives: >-
  Accounts for applications that cannot use roles.
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
    AND eventname = 'CreateUser'
    AND outcome = 'success'
ORDER BY eventtime, eventid
