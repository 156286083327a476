/*---
title: Who may assume roles, changed
description: >-
  New and changed trust policies, with the accounts that they name. outside is true when the policy names an account that is
  neither the role's own nor one of yours, or trusts everyone.
parameters:
  own_accounts: {type: account, list: true, optional: true, help: accounts that are yours, example: '111122223333,444455556666'}
mitre: [T1098.001, T1199]
---*/
SELECT
    eventtime,
    eventname,
    role,
    coalesce(
        any_match(named, a -> a <> account AND coalesce(NOT contains(ARRAY[:own_accounts], a), TRUE))
            OR regexp_like(document, '"(AWS|Principal)"\s*:\s*\[?\s*"\*"'),
        FALSE
    ) AS outside,
    array_join(array_sort(array_distinct(named)), ', ') AS accounts_named,
    principal,
    sourceipaddress,
    errorcode,
    account,
    document,
    eventid
FROM (
    SELECT
        *,
        regexp_extract_all(document, '[0-9]{12}') AS named
    FROM (
        SELECT
            eventtime,
            eventname,
            json_extract_scalar(requestparameters, '$.roleName') AS role,
            coalesce(
                json_extract_scalar(requestparameters, '$.policyDocument'),
                json_extract_scalar(requestparameters, '$.assumeRolePolicyDocument')
            ) AS document,
            principal,
            sourceipaddress,
            errorcode,
            recipientaccountid AS account,
            eventid
        FROM cloudtrail
        WHERE eventsource = 'iam.amazonaws.com'
            AND eventname IN ('UpdateAssumeRolePolicy', 'CreateRole')
    ) AS changes
) AS documents
ORDER BY eventtime, eventid
