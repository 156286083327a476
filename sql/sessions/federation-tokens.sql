/*---
title: Temporary credentials made from a user's key
description: >-
  GetFederationToken and GetSessionToken make credentials that outlive the deletion of the key they were made with; a
  sign-in token turns credentials into a console session; AssumeRoot makes a session of root in a member account.
mitre: [T1550.001, T1098.001]
---*/
SELECT
    eventtime,
    eventname,
    principal,
    coalesce(
        json_extract_scalar(responseelements, '$.federatedUser.arn'),
        json_extract_scalar(requestparameters, '$.name'),
        json_extract_scalar(requestparameters, '$.targetPrincipal')
    ) AS for_identity,
    json_extract_scalar(responseelements, '$.credentials.accessKeyId') AS issued_key,
    json_extract_scalar(responseelements, '$.credentials.expiration') AS expires,
    sourceipaddress,
    errorcode,
    accesskeyid,
    recipientaccountid AS account,
    awsregion,
    useragent,
    requestparameters,
    eventid
FROM cloudtrail
WHERE (
        eventsource = 'sts.amazonaws.com'
        AND eventname IN ('GetFederationToken', 'GetSessionToken', 'AssumeRoot')
    )
    OR (eventsource = 'signin.amazonaws.com' AND eventname = 'GetSigninToken')
ORDER BY eventtime, eventid
