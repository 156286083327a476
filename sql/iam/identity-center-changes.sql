/*---
title: 'Changes of Identity Center: users, permission sets, assignments'
description: >-
  Who may sign in, and to which account with which permissions. Assignments name the principal and the account by id.
parameters:
  reads: {type: boolean, default: false, help: true adds calls that only read}
mitre: [T1098, T1136.003]
---*/
SELECT
    eventtime,
    eventname,
    eventsource,
    coalesce(
        json_extract_scalar(requestparameters, '$.permissionSetArn'),
        json_extract_scalar(requestparameters, '$.principalId'),
        json_extract_scalar(requestparameters, '$.userId'),
        json_extract_scalar(requestparameters, '$.groupId')
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
WHERE eventsource IN ('sso.amazonaws.com', 'sso-directory.amazonaws.com', 'identitystore.amazonaws.com')
    AND (:reads OR readonly IS NULL OR readonly <> 'true')
ORDER BY eventtime, eventid
