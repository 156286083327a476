/*---
title: Many secrets read with one call
description: >-
  BatchGetSecretValue reads up to twenty secrets, and GetParametersByPath from the root all parameters, decrypted.
mitre: [T1555.006]
kind: detection
level: medium
false_positives: >-
  Applications and backup tools that read all their secrets at once.
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
WHERE (
        eventsource = 'secretsmanager.amazonaws.com'
        AND eventname = 'BatchGetSecretValue'
        OR eventsource = 'ssm.amazonaws.com'
        AND eventname = 'GetParametersByPath'
        AND json_extract_scalar(requestparameters, '$.path') = '/'
        AND json_extract_scalar(requestparameters, '$.recursive') = 'true'
        AND json_extract_scalar(requestparameters, '$.withDecryption') = 'true'
    )
ORDER BY eventtime, eventid
