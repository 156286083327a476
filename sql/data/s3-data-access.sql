/*---
title: Who read and wrote the objects of a bucket
description: >-
  By principal, address and action, with the bytes that went out and came in. Objects are seen only where the trail records
  data events of the bucket.
parameters:
  bucket: {type: string, help: the bucket's name, example: my-bucket}
mitre: [T1530]
---*/
SELECT
    principal,
    sourceipaddress,
    eventname,
    count(*) AS calls,
    count(errorcode) AS errors,
    count(DISTINCT json_extract_scalar(requestparameters, '$.key')) AS objects,
    coalesce(sum(TRY_CAST(TRY_CAST(json_extract_scalar(additionaleventdata, '$.bytesTransferredOut') AS double) AS bigint)), 0) AS bytes_out,
    coalesce(sum(TRY_CAST(TRY_CAST(json_extract_scalar(additionaleventdata, '$.bytesTransferredIn') AS double) AS bigint)), 0) AS bytes_in,
    min(eventtime) AS first_seen,
    max(eventtime) AS last_seen
FROM cloudtrail
WHERE eventsource = 's3.amazonaws.com'
    AND eventcategory = 'Data'
    AND json_extract_scalar(requestparameters, '$.bucketName') = :bucket
GROUP BY 1, 2, 3
ORDER BY bytes_out DESC, calls DESC, principal, sourceipaddress, eventname
