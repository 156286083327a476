/*---
title: Who may read the buckets, changed
description: >-
  Policies, access lists and the blocks against public access of buckets, access points and the account. public is true when
  the request lets everyone in or turns a block off; accounts_named are those that a policy gives something to or takes it from.
parameters:
  bucket: {type: string, optional: true, help: the bucket's name, example: my-bucket}
mitre: [T1530]
---*/
SELECT
    eventtime,
    eventname,
    json_extract_scalar(requestparameters, '$.bucketName') AS bucket,
    eventname IN ('DeleteBucketPublicAccessBlock', 'DeleteAccountPublicAccessBlock')
        OR coalesce(regexp_like(
            requestparameters,
            'global/(AllUsers|AuthenticatedUsers)|public-read|authenticated-read'
                || '|"Principal" ?: ?("[*]"|[{] ?"AWS" ?: ?(\[ ?)?"[*]")'
                || '|"(BlockPublicAcls|IgnorePublicAcls|BlockPublicPolicy|RestrictPublicBuckets)" ?: ?false'
        ), FALSE) AS public,
    array_join(
        array_sort(array_distinct(regexp_extract_all(requestparameters, '(?:::|")([0-9]{12})(?::|")', 1))), ', '
    ) AS accounts_named,
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
WHERE eventsource IN ('s3.amazonaws.com', 's3express.amazonaws.com', 's3-outposts.amazonaws.com')
    AND eventname IN (
        'PutBucketPolicy', 'DeleteBucketPolicy', 'PutBucketAcl', 'PutObjectAcl', 'PutBucketPublicAccessBlock',
        'DeleteBucketPublicAccessBlock', 'PutAccountPublicAccessBlock', 'DeleteAccountPublicAccessBlock',
        'PutBucketOwnershipControls', 'DeleteBucketOwnershipControls', 'PutBucketWebsite', 'PutBucketCors',
        'PutAccessPointPolicy', 'DeleteAccessPointPolicy', 'CreateAccessPoint'
    )
    AND (:bucket IS NULL OR json_extract_scalar(requestparameters, '$.bucketName') = :bucket)
ORDER BY eventtime, eventid
