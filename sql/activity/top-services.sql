/*---
title: The services that are called most
description: >-
  By service, with how many principals call it and how many calls change something.
chart: true
---*/
SELECT
    service,
    eventsource,
    count(*) AS calls,
    count(errorcode) AS errors,
    count(*) FILTER (WHERE readonly IS NULL OR readonly <> 'true') AS writes,
    count(DISTINCT principal) AS principals,
    min(eventtime) AS first_seen,
    max(eventtime) AS last_seen
FROM cloudtrail
GROUP BY 1, 2
ORDER BY calls DESC, service, eventsource
