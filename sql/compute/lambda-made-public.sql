/*---
title: Lambda function opened to everyone or to another account
description: >-
  A permission for everyone or for an account that is not yours, or a function URL without sign-in. Name your accounts in
  own_accounts.
parameters:
  own_accounts: {type: account, list: true, optional: true, help: accounts that are yours, example: '111122223333,444455556666'}
mitre: [T1546, T1648]
kind: detection
level: high
false_positives: >-
  Functions and layers that are meant for everyone or for partners.
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
WHERE eventsource = 'lambda.amazonaws.com'
    AND eventname IN (
        'AddPermission', 'AddPermission20150331', 'AddPermission20150331v2', 'AddLayerVersionPermission',
        'AddLayerVersionPermission20181031', 'CreateFunctionUrlConfig', 'CreateFunctionUrlConfig20211031',
        'UpdateFunctionUrlConfig', 'UpdateFunctionUrlConfig20211031'
    )
    AND outcome = 'success'
    AND (
        json_extract_scalar(requestparameters, '$.authType') = 'NONE'
        OR json_extract_scalar(requestparameters, '$.principal') = '*'
        AND json_extract_scalar(requestparameters, '$.sourceArn') IS NULL
        AND json_extract_scalar(requestparameters, '$.sourceAccount') IS NULL
        AND json_extract_scalar(requestparameters, '$.principalOrgID') IS NULL
        AND json_extract_scalar(requestparameters, '$.organizationId') IS NULL
        AND json_extract_scalar(requestparameters, '$.functionUrlAuthType') IS NULL
        OR any_match(
            regexp_extract_all(json_extract_scalar(requestparameters, '$.principal'), '(?:^|::)([0-9]{12})(?::|$)', 1),
            a -> a <> recipientaccountid AND coalesce(NOT contains(ARRAY[:own_accounts], a), TRUE)
        )
    )
ORDER BY eventtime, eventid
