/*---
title: Instances with GPUs or very large ones launched
description: >-
  Instance types that miners of cryptocurrency like: accelerated ones, bare metal, and more than 64 virtual CPUs; attempts
  that failed too.
mitre: [T1496.001, T1578.002]
kind: detection
level: medium
false_positives: >-
  Machine learning and big databases.
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
    AND eventname = 'RunInstances'
    AND regexp_like(json_extract_scalar(requestparameters, '$.instanceType'), '^(p[0-9]|g[0-9]|trn|inf|dl[0-9]|vt|f[0-9]|u-|u[0-9]|hpc|x[0-9])|[.](metal|(1[89]|[2-9][0-9]|[0-9]{3})xlarge)')
    AND coalesce(principal_type, '') NOT IN ('service', 'service-role')
ORDER BY eventtime, eventid
