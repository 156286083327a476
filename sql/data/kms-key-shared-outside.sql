/*---
title: Encryption key opened to another account
description: >-
  A key policy or grant lets an account that is not yours, or anyone, use a key. Name your accounts in own_accounts.
parameters:
  own_accounts: {type: account, list: true, optional: true, help: accounts that are yours, example: '111122223333,444455556666'}
mitre: [T1098, T1537]
kind: detection
level: high
false_positives: >-
  Keys of data that is shared with partners or with other accounts of the organization.
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
WHERE eventsource = 'kms.amazonaws.com'
    AND eventname IN ('CreateGrant', 'PutKeyPolicy')
    AND outcome = 'success'
    AND (
        any_match(
            regexp_extract_all(json_extract_scalar(requestparameters, '$.granteePrincipal'), '^arn:[^:]*:(?:iam|sts)::([0-9]{12}):', 1),
            a -> a <> recipientaccountid AND coalesce(NOT contains(ARRAY[:own_accounts], a), TRUE)
        )
        OR any_match(
            coalesce(
                try_cast(json_extract(json_extract_scalar(requestparameters, '$.policy'), '$.Statement') AS array(json)),
                ARRAY[json_extract(json_extract_scalar(requestparameters, '$.policy'), '$.Statement')]
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
    )
ORDER BY eventtime, eventid
