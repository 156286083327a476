/*---
title: Where an access key was used from
description: >-
  The addresses and software that used the key, with the first and last time of each. A key that appears from a new
  address or with new software is the usual first sign of a leak. User agents are the caller's own words.
parameters:
  access_key: {type: access-key, help: AKIA… or ASIA…, example: AKIAIOSFODNN7EXAMPLE}
mitre: [T1078.004]
---*/
SELECT
    sourceipaddress,
    useragent,
    count(*) AS calls,
    count(errorcode) AS errors,
    count(DISTINCT eventname) AS actions,
    array_join(slice(array_sort(array_agg(DISTINCT awsregion) FILTER (WHERE awsregion <> '')), 1, 10), ', ') AS regions,
    min(eventtime) AS first_seen,
    max(eventtime) AS last_seen
FROM cloudtrail
WHERE accesskeyid = :access_key
GROUP BY sourceipaddress, useragent
ORDER BY first_seen, sourceipaddress, useragent
