/*---
title: Objects encrypted with a key of the caller or of another account
description: >-
  Objects copied over with a key that only the caller has (SSE-C), or data encrypted with a KMS key of another account:
  how data in S3 is held to ransom. Objects need data events.
mitre: [T1486]
kind: detection
level: high
false_positives: >-
  Applications that keep their own keys, and central accounts for keys.
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
    AND eventname IN ('CopyObject', 'PutObject', 'PutBucketEncryption')
    AND outcome = 'success'
    AND (
        eventname = 'CopyObject'
        AND json_extract_scalar(additionaleventdata, '$.SSEApplied') = 'SSE_C'
        OR regexp_extract(
            requestparameters,
            '"(x-amz-server-side-encryption-aws-kms-key-id|KMSMasterKeyID)" ?: ?\[? ?"arn:[^":]*:kms:[^":]*:([0-9]{12}):', 2
        ) NOT IN (recipientaccountid, coalesce(useridentity.accountid, ''))
    )
ORDER BY eventtime, eventid
