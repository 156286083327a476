/*---
title: Credentials of an instance asked who they are
description: >-
  GetCallerIdentity with the credentials of an EC2 instance from a public address. Software on instances seldom asks;
  thieves of credentials begin with it.
mitre: [T1552.005, T1087.004]
kind: detection
level: low
false_positives: >-
  Start-up scripts and tools that look up the account id.
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
    AND is_public_ip
    AND regexp_like(session_name, '^i-[0-9a-fA-F]{8,17}$')
ORDER BY eventtime, eventid
