/*---
title: Discovery bursts
description: >-
  Who called many different List, Describe and Get actions within a stretch of time, as an intruder or a scanner does.
  Tools of your own that take stock do so too, but every day.
parameters:
  min_actions: {type: integer, min: 0, default: 20, help: the least number of different actions}
  minutes: {type: integer, min: 1, max: 525600, default: 10, help: the length of a stretch}
mitre: [T1580, T1526, T1087.004]
kind: detection
level: medium
false_positives: >-
  Inventory and security tools, which come back every day, and consoles that load many pages.
---*/
SELECT
    from_unixtime(floor(to_unixtime(try(from_iso8601_timestamp(eventtime))) / (60 * :minutes)) * (60 * :minutes)) AS period_start,
    principal,
    sourceipaddress,
    count(DISTINCT eventsource || ':' || eventname) AS actions,
    count(*) AS calls,
    count(errorcode) AS errors,
    count(DISTINCT eventsource) AS services,
    array_join(slice(array_sort(array_agg(DISTINCT awsregion) FILTER (WHERE awsregion <> '')), 1, 10), ', ') AS regions,
    array_join(slice(array_sort(array_agg(DISTINCT useridentity.accesskeyid) FILTER (WHERE useridentity.accesskeyid <> '')), 1, 10), ', ') AS keys,
    min(eventtime) AS first_seen,
    max(eventtime) AS last_seen
FROM cloudtrail
WHERE regexp_like(eventname, '^(List|Describe|Get|Lookup|Search)')
    AND useridentity.type <> 'AWSService'
GROUP BY 1, 2, 3
HAVING count(DISTINCT eventsource || ':' || eventname) >= :min_actions
ORDER BY actions DESC, period_start, principal, sourceipaddress
