/*---
title: Sessions of a role, with the key that each got
description: >-
  Each call that assumed the role, by whom, under which session name and with which temporary key. Follow a session
  with key-activity, by its issued_key.
parameters:
  role: {type: pattern, help: 'the ARN, or a pattern of it, whatever its case', example: '*role/Admin'}
mitre: [T1078.004]
---*/
SELECT
    eventtime,
    eventname,
    json_extract_scalar(requestparameters, '$.roleArn') AS target,
    json_extract_scalar(requestparameters, '$.roleSessionName') AS issued_session,
    json_extract_scalar(responseelements, '$.credentials.accessKeyId') AS issued_key,
    principal,
    sourceipaddress,
    errorcode,
    accesskeyid,
    recipientaccountid AS account,
    awsregion,
    useragent,
    requestparameters,
    eventid
FROM cloudtrail
WHERE eventsource = 'sts.amazonaws.com'
    AND eventname IN ('AssumeRole', 'AssumeRoleWithSAML', 'AssumeRoleWithWebIdentity')
    AND lower(json_extract_scalar(requestparameters, '$.roleArn')) LIKE lower(:role) ESCAPE '\'
ORDER BY eventtime, eventid
