/*---
title: Root sessions of member accounts (AssumeRoot)
description: >-
  The management account can act as root of a member account for a task. Each such session, with the account, the task
  policy and the key that was issued; what it then did is in root-activity.
mitre: [T1078.004, T1548.005]
---*/
SELECT
    eventtime,
    eventname,
    json_extract_scalar(requestparameters, '$.targetPrincipal') AS target,
    json_extract_scalar(requestparameters, '$.taskPolicyArn.arn') AS task_policy,
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
    AND eventname = 'AssumeRoot'
ORDER BY eventtime, eventid
