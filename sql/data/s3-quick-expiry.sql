/*---
title: Objects of a bucket set to expire within a week
description: >-
  A lifecycle rule deletes objects after at most seven days. On a log bucket it destroys the evidence.
mitre: [T1485.001, T1562.008]
kind: detection
level: medium
false_positives: >-
  Buckets for temporary data.
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
    AND eventname IN ('PutBucketLifecycle', 'PutBucketLifecycleConfiguration')
    AND outcome = 'success'
    AND regexp_like(requestparameters, '"Expiration" ?: ?[{][^{}]*"Days" ?: ?"?[1-7][^0-9]')
ORDER BY eventtime, eventid
