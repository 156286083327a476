/*---
title: Access logging of a bucket turned off
description: >-
  PutBucketLogging without a target stops server access logs of the bucket.
mitre: [T1562.008]
kind: detection
level: medium
false_positives: >-
  Buckets that are logged by CloudTrail data events instead.
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
    AND eventname = 'PutBucketLogging'
    AND outcome = 'success'
    AND strpos(requestparameters, '"BucketLoggingStatus"') > 0
    AND strpos(requestparameters, '"LoggingEnabled"') = 0
ORDER BY eventtime, eventid
