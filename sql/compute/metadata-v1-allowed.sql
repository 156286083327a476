/*---
title: Instance metadata without a token allowed
description: >-
  With IMDSv1, a flaw in a web application is enough to steal the credentials of the instance.
mitre: [T1552.005, T1562.001]
kind: detection
level: medium
false_positives: >-
  Old software that cannot use IMDSv2.
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
    AND eventname = 'ModifyInstanceMetadataOptions'
    AND outcome = 'success'
    AND regexp_like(requestparameters, '(?i)"HttpTokens" ?: ?"optional"')
ORDER BY eventtime, eventid
