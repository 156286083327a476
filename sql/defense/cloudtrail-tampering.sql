/*---
title: Trails stopped, deleted or blinded
description: >-
  Whatever lessens what CloudTrail records, attempts that failed too, and StartLogging, which ends a gap. With the bucket of
  the logs, also what was done to it: policies, lifecycle, deletions.
parameters:
  log_bucket: {type: string, optional: true, help: the bucket that the trail writes to, example: my-logs}
mitre: [T1562.008]
---*/
SELECT
    eventtime,
    eventname,
    coalesce(
        json_extract_scalar(requestparameters, '$.name'),
        json_extract_scalar(requestparameters, '$.trailName'),
        json_extract_scalar(requestparameters, '$.eventDataStore'),
        json_extract_scalar(requestparameters, '$.bucketName')
    ) AS target,
    principal,
    sourceipaddress,
    errorcode,
    accesskeyid,
    recipientaccountid AS account,
    awsregion,
    useragent,
    requestparameters,
    eventid
FROM cloudtrail
WHERE (
        eventsource = 'cloudtrail.amazonaws.com'
        AND eventname IN (
            'StopLogging', 'DeleteTrail', 'UpdateTrail', 'PutEventSelectors', 'PutInsightSelectors',
            'StartLogging', 'DeleteEventDataStore', 'UpdateEventDataStore', 'StopEventDataStoreIngestion',
            'PutEventConfiguration', 'DeleteResourcePolicy', 'DeregisterOrganizationDelegatedAdmin'
        )
    )
    OR (
        eventsource = 's3.amazonaws.com'
        AND json_extract_scalar(requestparameters, '$.bucketName') = :log_bucket
        AND eventname IN (
            'DeleteBucket', 'DeleteObject', 'DeleteObjects', 'DeleteBucketPolicy', 'PutBucketPolicy',
            'PutBucketAcl', 'PutBucketLifecycle', 'PutBucketLifecycleConfiguration', 'PutBucketVersioning',
            'PutBucketEncryption', 'PutBucketReplication', 'PutBucketPublicAccessBlock',
            'DeleteBucketPublicAccessBlock', 'PutBucketObjectLockConfiguration', 'PutBucketLogging'
        )
    )
ORDER BY eventtime, eventid
