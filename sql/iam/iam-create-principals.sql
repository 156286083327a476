/*---
title: Users, roles and groups created
description: New identities in IAM and in Identity Center's directory; an attempt that failed has an errorcode.
mitre: [T1136.003]
---*/
SELECT
    eventtime,
    eventsource,
    eventname,
    coalesce(
        json_extract_scalar(requestparameters, '$.userName'),
        json_extract_scalar(requestparameters, '$.roleName'),
        json_extract_scalar(requestparameters, '$.groupName'),
        json_extract_scalar(requestparameters, '$.instanceProfileName'),
        json_extract_scalar(requestparameters, '$.policyArn'),
        json_extract_scalar(requestparameters, '$.policyName'),
        json_extract_scalar(requestparameters, '$.sAMLProviderArn'),
        json_extract_scalar(requestparameters, '$.openIDConnectProviderArn'),
        json_extract_scalar(requestparameters, '$.serialNumber')
    ) AS target,
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
WHERE (
        eventsource = 'iam.amazonaws.com'
        AND eventname IN (
            'CreateUser', 'CreateRole', 'CreateGroup', 'CreateInstanceProfile', 'CreateServiceLinkedRole'
        )
    )
    OR (
        eventsource IN ('identitystore.amazonaws.com', 'sso-directory.amazonaws.com')
        AND eventname IN ('CreateUser', 'CreateGroup')
    )
ORDER BY eventtime, eventid
