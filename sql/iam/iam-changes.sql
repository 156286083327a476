/*---
title: Changes in IAM
description: >-
  Calls that changed users, roles, groups, policies or credentials and succeeded, with what they changed. Attempts that
  failed are in access-denied. IAM is recorded in us-east-1.
parameters:
  principal: {type: principal, optional: true, help: 'only what this user, role or session did'}
mitre: [T1098, T1136.003]
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
WHERE eventsource = 'iam.amazonaws.com'
    AND errorcode IS NULL
    AND (readonly IS NULL OR readonly <> 'true')
    AND NOT regexp_like(eventname, '^(Get|List|Generate|Simulate)')
    AND (:principal IS NULL OR lower(:principal) IN (
        lower(useridentity.arn),
        lower(useridentity.username),
        lower(useridentity.type),
        lower(useridentity.principalid),
        lower(split_part(useridentity.principalid, ':', 2)),
        lower(split_part(split_part(useridentity.principalid, ':', 2), '@', 1)),
        lower(useridentity.sessioncontext.sessionissuer.arn),
        lower(useridentity.sessioncontext.sessionissuer.username)
    ))
ORDER BY eventtime, eventid
