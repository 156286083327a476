/*---
title: Bucket opened to another account
description: >-
  A bucket policy allows something to an account that is not yours. Name your accounts in own_accounts.
parameters:
  own_accounts: {type: account, list: true, optional: true, help: accounts that are yours, example: '111122223333,444455556666'}
mitre: [T1537, T1530]
kind: detection
level: medium
false_positives: >-
  Buckets that partners and other accounts of the organization use, and log delivery by accounts of AWS.
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
WHERE eventsource = 's3.amazonaws.com'
    AND eventname = 'PutBucketPolicy'
    AND outcome = 'success'
    AND any_match(
        coalesce(
            try_cast(json_extract(requestparameters, '$.bucketPolicy.Statement') AS array(json)),
            ARRAY[json_extract(requestparameters, '$.bucketPolicy.Statement')]
        ),
        s -> json_extract_scalar(s, '$.Effect') = 'Allow'
            AND any_match(
                regexp_extract_all(json_format(json_extract(s, '$.Principal')), '(?:::|")([0-9]{12})(?::|")', 1),
                a -> a <> recipientaccountid AND coalesce(NOT contains(ARRAY[:own_accounts], a), TRUE)
            )
    )
ORDER BY eventtime, eventid
