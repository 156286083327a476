/*---
title: Changes of buckets and their settings
description: >-
  Policies, ACLs, encryption, versioning, logging, lifecycle, replication and deletion, of all buckets or one; objects
  are left out.
parameters:
  bucket: {type: string, optional: true, help: only this bucket, example: my-bucket}
mitre: [T1562, T1485]
---*/
SELECT
    eventtime,
    eventname,
    target,
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
WHERE eventsource = 's3.amazonaws.com'
    AND regexp_like(eventname, '^(Put|Delete|Create)(Bucket|AccountPublicAccessBlock|AccessPoint)')
    AND (:bucket IS NULL OR json_extract_scalar(requestparameters, '$.bucketName') = :bucket)
ORDER BY eventtime, eventid
