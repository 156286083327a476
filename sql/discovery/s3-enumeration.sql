/*---
title: Who looks through the buckets
description: >-
  Principals that listed buckets and read their settings, leaving out AWS services. actions that ask for many different
  settings of many buckets come from scanners and from intruders. Listing objects is seen only where data events are on.
parameters:
  min_buckets: {type: integer, min: 0, default: 1, help: the least number of different buckets}
mitre: [T1619, T1580]
---*/
SELECT
    principal,
    sourceipaddress,
    count(DISTINCT json_extract_scalar(requestparameters, '$.bucketName')) AS buckets,
    count(DISTINCT eventname) AS actions,
    count(*) AS calls,
    count(errorcode) AS errors,
    array_join(slice(array_sort(array_agg(DISTINCT useragent) FILTER (WHERE useragent <> '')), 1, 10), ', ') AS agents,
    min(eventtime) AS first_seen,
    max(eventtime) AS last_seen
FROM cloudtrail
WHERE eventsource = 's3.amazonaws.com'
    AND (
        eventname IN ('ListBuckets', 'ListAllMyBuckets', 'ListObjects', 'ListObjectVersions', 'HeadBucket')
        OR regexp_like(eventname, '^GetBucket|^GetAccelerate|^GetAccountPublicAccessBlock')
    )
    AND useridentity.type <> 'AWSService'
    AND useridentity.invokedby IS NULL
GROUP BY 1, 2
HAVING count(DISTINCT json_extract_scalar(requestparameters, '$.bucketName')) >= :min_buckets
    OR count(*) FILTER (WHERE eventname IN ('ListBuckets', 'ListAllMyBuckets')) > 0
ORDER BY calls DESC, principal, sourceipaddress
