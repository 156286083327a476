/*---
title: The sessions that an access key opened
description: >-
  Each role that the key assumed or token that it asked for, and the temporary key that it got. Follow the chain by asking
  the same of issued_key. An attempt that failed has an errorcode and no issued_key.
parameters:
  access_key: {type: access-key, help: AKIA… or ASIA…, example: AKIAIOSFODNN7EXAMPLE}
mitre: [T1550.001, T1078.004]
---*/
SELECT
    eventtime,
    eventname,
    coalesce(
        json_extract_scalar(requestparameters, '$.roleArn'),
        json_extract_scalar(requestparameters, '$.targetPrincipal'),
        json_extract_scalar(requestparameters, '$.name')
    ) AS target,
    json_extract_scalar(requestparameters, '$.roleSessionName') AS issued_session,
    json_extract_scalar(responseelements, '$.credentials.accessKeyId') AS issued_key,
    json_extract_scalar(responseelements, '$.credentials.expiration') AS expires,
    sourceipaddress,
    errorcode,
    principal,
    useragent,
    eventid
FROM cloudtrail
WHERE accesskeyid = :access_key
    AND eventsource = 'sts.amazonaws.com'
    AND eventname IN (
        'AssumeRole', 'AssumeRoleWithSAML', 'AssumeRoleWithWebIdentity', 'AssumeRoot', 'GetFederationToken', 'GetSessionToken'
    )
ORDER BY eventtime, eventid
