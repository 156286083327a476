/*---
title: Objects and buckets deleted, or made easy to lose
description: >-
  Deletions, versioning suspended, lifecycle and lock changed, and objects written with a key of the caller's own (SSE-C),
  which is how data is held to ransom. Counted by principal, bucket and action. Objects need data events.
parameters:
  bucket: {type: string, optional: true, help: only this bucket, example: my-bucket}
mitre: [T1485, T1486, T1490]
---*/
SELECT
    principal,
    eventname,
    json_extract_scalar(requestparameters, '$.bucketName') AS bucket,
    sourceipaddress,
    count(*) AS calls,
    count(errorcode) AS errors,
    count(DISTINCT json_extract_scalar(requestparameters, '$.key')) AS objects,
    count(*) FILTER (WHERE json_extract_scalar(additionaleventdata, '$.SSEApplied') = 'SSE_C') AS own_key_writes,
    min(eventtime) AS first_seen,
    max(eventtime) AS last_seen
FROM cloudtrail
WHERE eventsource = 's3.amazonaws.com'
    AND (
        eventname IN (
            'DeleteObject', 'DeleteObjects', 'DeleteObjectVersion', 'DeleteBucket', 'DeleteBucketPolicy',
            'DeleteBucketEncryption', 'DeleteBucketReplication', 'PutBucketLifecycle',
            'PutBucketLifecycleConfiguration', 'PutBucketObjectLockConfiguration', 'PutObjectLockConfiguration',
            'PutBucketEncryption'
        )
        OR (eventname = 'PutBucketVersioning' AND strpos(requestparameters, 'Suspended') > 0)
        OR (
            eventname IN ('PutObject', 'CopyObject', 'UploadPart')
            AND json_extract_scalar(additionaleventdata, '$.SSEApplied') = 'SSE_C'
        )
    )
    AND (:bucket IS NULL OR json_extract_scalar(requestparameters, '$.bucketName') = :bucket)
GROUP BY 1, 2, 3, 4
ORDER BY calls DESC, principal, eventname, bucket, sourceipaddress
