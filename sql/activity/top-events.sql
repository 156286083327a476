/*---
title: The most frequent actions
description: What an account mostly does; the rare ones, at the end, are often the interesting ones.
parameters:
  reads: {type: boolean, default: true, help: false leaves out calls that only read}
chart: true
---*/
SELECT
    eventsource,
    eventname,
    count(*) AS calls,
    count(errorcode) AS errors,
    count(DISTINCT principal) AS principals,
    min(eventtime) AS first_seen,
    max(eventtime) AS last_seen
FROM cloudtrail
WHERE :reads OR readonly IS NULL OR readonly <> 'true'
GROUP BY eventsource, eventname
ORDER BY calls DESC, eventsource, eventname
