/*---
title: Sign-ins of the command line and of agents (aws login)
description: >-
  AWS Sign-In gives OAuth tokens to the AWS CLI (aws login, client_id devtools/…) and to agents of the AWS MCP Server
  (external-client/…). AuthorizeOAuth2Access is the consent in the browser, CreateOAuth2Token the token; remote
  devices and unknown clients deserve a look.
mitre: [T1078.004, T1550.001]
---*/
SELECT
    eventtime,
    eventname,
    json_extract_scalar(requestparameters, '$.client_id') AS client,
    coalesce(
        json_extract_scalar(requestparameters, '$.resource'), json_extract_scalar(requestparameters, '$.redirect_uri')
    ) AS target,
    json_extract_scalar(additionaleventdata, '$.grant_type') AS grant_type,
    json_extract_scalar(additionaleventdata, '$.success') AS succeeded,
    json_extract_scalar(additionaleventdata, '$.signInSessionArn') AS signin_session,
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
WHERE eventsource = 'signin.amazonaws.com'
    AND eventname IN (
        'AuthorizeOAuth2Access', 'CreateOAuth2Token', 'CreateOAuth2TokenWithIAM', 'IntrospectOAuth2TokenWithIAM',
        'RevokeOAuth2TokenWithIAM'
    )
ORDER BY eventtime, eventid
