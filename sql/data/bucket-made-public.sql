/*---
title: Bucket or object made public
description: >-
  A policy that allows everyone something without a condition, or an access list for everyone or for all AWS users.
mitre: [T1530, T1567]
kind: detection
level: high
false_positives: >-
  Websites that are served from S3 without CloudFront.
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
    AND eventname IN ('PutBucketPolicy', 'PutBucketAcl', 'PutObjectAcl', 'CreateBucket')
    AND outcome = 'success'
    AND (
        eventname <> 'PutBucketPolicy'
        AND regexp_like(
            requestparameters,
            'acs[.]amazonaws[.]com/groups/global/(AllUsers|AuthenticatedUsers)'
                || '|"x-amz-acl" ?: ?\[? ?"(public-read|public-read-write|authenticated-read)"'
        )
        OR any_match(
            coalesce(
                try_cast(json_extract(json_extract(requestparameters, '$.bucketPolicy'), '$.Statement') AS array(json)),
                ARRAY[json_extract(json_extract(requestparameters, '$.bucketPolicy'), '$.Statement')]
            ),
            s -> json_extract_scalar(s, '$.Effect') = 'Allow'
                AND regexp_like(json_format(json_extract(s, '$.Principal')), '"[*]"')
                AND json_extract(s, '$.Condition') IS NULL
        )
    )
ORDER BY eventtime, eventid
