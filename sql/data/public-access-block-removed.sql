/*---
title: Block against public access turned off
description: >-
  The block that keeps buckets from being made public, of a bucket or of the whole account, was deleted or partly turned
  off.
mitre: [T1562.001, T1530]
kind: detection
level: medium
false_positives: >-
  Websites that are served from S3.
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
WHERE eventsource IN ('s3.amazonaws.com', 's3express.amazonaws.com')
    AND eventname IN (
        'PutBucketPublicAccessBlock', 'DeleteBucketPublicAccessBlock', 'PutAccountPublicAccessBlock',
        'DeleteAccountPublicAccessBlock'
    )
    AND outcome = 'success'
    AND (
        eventname LIKE 'Delete%'
        OR regexp_like(
            requestparameters, '"(BlockPublicAcls|IgnorePublicAcls|BlockPublicPolicy|RestrictPublicBuckets)" ?: ?false'
        )
    )
ORDER BY eventtime, eventid
