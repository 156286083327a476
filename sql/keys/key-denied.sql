/*---
title: What an access key tried and failed
description: >-
  The calls of the key that ended with an error, counted by action and error. Many different actions denied in a short
  time tell of someone who tries what the key can do.
parameters:
  access_key: {type: access-key, help: AKIA… or ASIA…, example: AKIAIOSFODNN7EXAMPLE}
mitre: [T1078.004, T1580]
---*/
SELECT
    eventsource,
    eventname,
    errorcode,
    count(*) AS calls,
    array_join(slice(array_sort(array_agg(DISTINCT awsregion) FILTER (WHERE awsregion <> '')), 1, 10), ', ') AS regions,
    min(eventtime) AS first_seen,
    max(eventtime) AS last_seen,
    min(errormessage) AS a_message
FROM cloudtrail
WHERE accesskeyid = :access_key
    AND errorcode IS NOT NULL
GROUP BY eventsource, eventname, errorcode
ORDER BY calls DESC, eventsource, eventname, errorcode
