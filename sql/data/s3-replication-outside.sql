/*---
title: Bucket replicated to another account
description: >-
  Every new object is copied to a bucket of an account that is not yours. Name your accounts in own_accounts.
parameters:
  own_accounts: {type: account, list: true, optional: true, help: accounts that are yours, example: '111122223333,444455556666'}
mitre: [T1537]
kind: detection
level: high
false_positives: >-
  Backups in another account of the organization.
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
    AND eventname = 'PutBucketReplication'
    AND outcome = 'success'
    AND any_match(
        regexp_extract_all(requestparameters, '"Account" ?: ?"?([0-9]{12})', 1),
        a -> a <> recipientaccountid AND coalesce(NOT contains(ARRAY[:own_accounts], a), TRUE)
    )
ORDER BY eventtime, eventid
