/*---
title: Role opened to another account or to everyone
description: >-
  A role was created, or its trust policy changed, so that an account that is not yours, or anyone, may assume it. Name
  your accounts in own_accounts.
parameters:
  own_accounts: {type: account, list: true, optional: true, help: accounts that are yours, example: '111122223333,444455556666'}
mitre: [T1098.001, T1199]
kind: detection
level: high
false_positives: >-
  Roles for vendors and for other accounts of the organization. Name your accounts in own_accounts.
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
WHERE eventsource = 'iam.amazonaws.com'
    AND eventname IN ('CreateRole', 'UpdateAssumeRolePolicy')
    AND outcome = 'success'
    AND any_match(
        coalesce(
            try_cast(json_extract(coalesce(json_extract_scalar(requestparameters, '$.policyDocument'), json_extract_scalar(requestparameters, '$.assumeRolePolicyDocument')), '$.Statement') AS array(json)),
            ARRAY[json_extract(coalesce(json_extract_scalar(requestparameters, '$.policyDocument'), json_extract_scalar(requestparameters, '$.assumeRolePolicyDocument')), '$.Statement')]
        ),
        s -> json_extract_scalar(s, '$.Effect') = 'Allow'
            AND (
                (regexp_like(json_format(json_extract(s, '$.Principal')), '"[*]"')
                    AND json_extract(s, '$.Condition') IS NULL)
                OR any_match(
                    regexp_extract_all(json_format(json_extract(s, '$.Principal')), '(?:::|")([0-9]{12})(?::|")', 1),
                    a -> a <> recipientaccountid AND coalesce(NOT contains(ARRAY[:own_accounts], a), TRUE)
                )
            )
    )
ORDER BY eventtime, eventid
