/*---
title: Many objects read within an hour
description: >-
  One line for each principal, address, bucket and hour with at least so many objects read. Objects are seen only where the
  trail records data events.
parameters:
  bucket: {type: string, optional: true, help: only this bucket, example: my-bucket}
  min_objects: {type: integer, min: 0, default: 100, help: the least number of objects}
mitre: [T1530, T1567]
kind: detection
level: medium
false_positives: >-
  Backups, analytics and synchronization, which come back every day.
---*/
SELECT
    substr(eventtime, 1, 13) AS hour,
    principal,
    sourceipaddress,
    json_extract_scalar(requestparameters, '$.bucketName') AS bucket,
    count(DISTINCT json_extract_scalar(requestparameters, '$.key')) AS objects,
    count(*) AS calls,
    coalesce(sum(TRY_CAST(TRY_CAST(json_extract_scalar(additionaleventdata, '$.bytesTransferredOut') AS double) AS bigint)), 0) AS bytes_out,
    array_join(slice(array_sort(array_agg(DISTINCT useragent) FILTER (WHERE useragent <> '')), 1, 10), ', ') AS agents,
    min(eventtime) AS first_seen,
    max(eventtime) AS last_seen
FROM cloudtrail
WHERE eventsource = 's3.amazonaws.com'
    AND eventname IN ('GetObject', 'CopyObject', 'SelectObjectContent')
    AND errorcode IS NULL
    AND (:bucket IS NULL OR json_extract_scalar(requestparameters, '$.bucketName') = :bucket)
GROUP BY 1, 2, 3, 4
HAVING count(DISTINCT json_extract_scalar(requestparameters, '$.key')) >= :min_objects
ORDER BY objects DESC, hour, principal, sourceipaddress, bucket
