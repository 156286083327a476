/*---
title: Container repository opened to everyone or to another account
description: >-
  A repository policy of ECR lets everyone, or an account that is not yours, pull or push images. Name your accounts in
  own_accounts.
parameters:
  own_accounts: {type: account, list: true, optional: true, help: accounts that are yours, example: '111122223333,444455556666'}
mitre: [T1525, T1537]
kind: detection
level: high
false_positives: >-
  Images for partners and for other accounts of the organization.
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
WHERE eventsource = 'ecr.amazonaws.com'
    AND eventname = 'SetRepositoryPolicy'
    AND outcome = 'success'
    AND any_match(
        coalesce(
            try_cast(json_extract(json_extract_scalar(requestparameters, '$.policyText'), '$.Statement') AS array(json)),
            ARRAY[json_extract(json_extract_scalar(requestparameters, '$.policyText'), '$.Statement')]
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
