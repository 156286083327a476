/*---
title: Shell command sent to instances
description: >-
  Systems Manager runs any script as root or administrator; CloudTrail does not show which.
mitre: [T1651]
kind: detection
level: medium
false_positives: >-
  Administrators and deployment tools that work with Run Command.
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
WHERE eventsource = 'ssm.amazonaws.com'
    AND eventname = 'SendCommand'
    AND outcome = 'success'
    AND regexp_like(json_extract_scalar(requestparameters, '$.documentName'), 'AWS-Run(ShellScript|PowerShellScript|RemoteScript)$')
    AND coalesce(principal_type, '') NOT IN ('service', 'service-role')
ORDER BY eventtime, eventid
