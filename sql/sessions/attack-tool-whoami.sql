/*---
title: Credentials tried by an attack tool
description: >-
  GetCallerIdentity from a secret scanner or a system for penetration tests, by its user agent. A key that TruffleHog
  verifies has leaked.
mitre: [T1078.004, T1552.001]
kind: detection
level: high
false_positives: >-
  Your own penetration tests and secret scans.
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
    AND eventname = 'GetCallerIdentity'
    AND regexp_like(useragent, '(?i)trufflehog|kali|parrot|pentoo|pacu')
ORDER BY eventtime, eventid
