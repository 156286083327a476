/*---
title: Permissions granted in IAM
description: >-
  Policies attached, written, replaced or switched, groups joined, boundaries removed. admin is true when the policy is one
  of AWS's that give all or most rights, or its text allows every action: read the text of the others too.
mitre: [T1098.003]
---*/
SELECT
    eventtime,
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
    coalesce(
        json_extract_scalar(requestparameters, '$.policyArn'),
        json_extract_scalar(requestparameters, '$.policyName'),
        json_extract_scalar(requestparameters, '$.groupName')
    ) AS policy,
    coalesce(
        regexp_like(
            json_extract_scalar(requestparameters, '$.policyArn'),
            '(AdministratorAccess|PowerUserAccess|IAMFullAccess)$'
        ),
        regexp_like(
            json_extract_scalar(requestparameters, '$.policyDocument'),
            '"Action"\s*:\s*\[?\s*"(\*|\*:\*|iam:\*)"'
        ),
        FALSE
    ) AS admin,
    principal,
    sourceipaddress,
    errorcode,
    accesskeyid,
    recipientaccountid AS account,
    json_extract_scalar(requestparameters, '$.policyDocument') AS document,
    eventid
FROM cloudtrail
WHERE eventsource = 'iam.amazonaws.com'
    AND eventname IN (
        'AttachUserPolicy', 'AttachRolePolicy', 'AttachGroupPolicy', 'PutUserPolicy', 'PutRolePolicy',
        'PutGroupPolicy', 'CreatePolicy', 'CreatePolicyVersion', 'SetDefaultPolicyVersion', 'AddUserToGroup',
        'DeleteUserPermissionsBoundary', 'DeleteRolePermissionsBoundary', 'PutUserPermissionsBoundary',
        'PutRolePermissionsBoundary', 'AddRoleToInstanceProfile', 'UpdateAssumeRolePolicy'
    )
ORDER BY eventtime, eventid
