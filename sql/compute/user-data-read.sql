/*---
title: Start-up script of an instance read
description: >-
  User data often holds passwords and keys; attempts that failed too.
mitre: [T1552, T1580]
kind: detection
level: medium
false_positives: >-
  Infrastructure tools, which read it to compare it with what they would write.
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
    AND eventname = 'DescribeInstanceAttribute'
    AND json_extract_scalar(requestparameters, '$.attribute') = 'userData'
    AND coalesce(principal_type, '') NOT IN ('service', 'service-role')
ORDER BY eventtime, eventid
