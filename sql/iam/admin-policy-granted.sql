/*---
title: Administrator rights granted
description: >-
  A policy that gives all or most rights was attached to a user, group, role or permission set, or one that allows every
  action was written.
mitre: [T1098.003]
kind: detection
level: high
false_positives: >-
  New administrators and roles that infrastructure tools create. Compare with the change tickets.
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
        eventsource = 'iam.amazonaws.com'
        AND eventname IN ('AttachUserPolicy', 'AttachRolePolicy', 'AttachGroupPolicy')
        AND regexp_like(json_extract_scalar(requestparameters, '$.policyArn'), ':policy/(AdministratorAccess|PowerUserAccess|IAMFullAccess)$')
        OR eventsource = 'sso.amazonaws.com'
        AND eventname = 'AttachManagedPolicyToPermissionSet'
        AND regexp_like(json_extract_scalar(requestparameters, '$.managedPolicyArn'), ':policy/(AdministratorAccess|PowerUserAccess|IAMFullAccess)$')
        OR eventsource = 'iam.amazonaws.com'
        AND eventname IN ('PutUserPolicy', 'PutRolePolicy', 'PutGroupPolicy', 'CreatePolicy', 'CreatePolicyVersion')
        AND any_match(
            coalesce(
                try_cast(json_extract(json_extract_scalar(requestparameters, '$.policyDocument'), '$.Statement') AS array(json)),
                ARRAY[json_extract(json_extract_scalar(requestparameters, '$.policyDocument'), '$.Statement')]
            ),
            s -> json_extract_scalar(s, '$.Effect') = 'Allow'
                AND regexp_like(json_format(json_extract(s, '$.Action')), '"([*]|[*]:[*]|iam:[*])"')
                AND regexp_like(json_format(json_extract(s, '$.Resource')), '"[*]"')
        )
    )
    AND outcome = 'success'
ORDER BY eventtime, eventid
