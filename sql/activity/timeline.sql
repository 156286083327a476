/*---
title: How much happened when
description: >-
  Calls, errors and principals for each stretch of time and each service. Begin with hours over some days, and go down to
  minutes where something stands out.
parameters:
  minutes: {type: integer, min: 1, max: 525600, default: 60, help: the length of a stretch}
chart: true
---*/
SELECT
    from_unixtime(floor(to_unixtime(try(from_iso8601_timestamp(eventtime))) / (60 * :minutes)) * (60 * :minutes)) AS period_start,
    eventsource,
    count(*) AS calls,
    count(errorcode) AS errors,
    count(*) FILTER (WHERE readonly IS NULL OR readonly <> 'true') AS writes,
    count(DISTINCT principal) AS principals,
    count(DISTINCT sourceipaddress) AS addresses
FROM cloudtrail
GROUP BY 1, 2
ORDER BY period_start, eventsource
