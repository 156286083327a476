/*---
title: Many deletions in a short time
description: One line for each principal, address and stretch of time with at least so many deletions that succeeded.
parameters:
  min_deletions: {type: integer, min: 0, default: 20, help: the least number of deletions}
  minutes: {type: integer, min: 1, max: 525600, default: 60, help: the length of a stretch}
mitre: [T1485]
kind: detection
level: high
false_positives: >-
  Stacks that are taken down, and jobs that clean up.
---*/
SELECT
    from_unixtime(floor(to_unixtime(try(from_iso8601_timestamp(eventtime))) / (60 * :minutes)) * (60 * :minutes)) AS period_start,
    principal,
    sourceipaddress,
    count(*) AS deletions,
    count(DISTINCT eventsource || ':' || eventname) AS actions,
    array_join(slice(array_sort(array_agg(DISTINCT eventname) FILTER (WHERE eventname <> '')), 1, 10), ', ') AS names,
    array_join(slice(array_sort(array_agg(DISTINCT awsregion) FILTER (WHERE awsregion <> '')), 1, 10), ', ') AS regions,
    min(eventtime) AS first_seen,
    max(eventtime) AS last_seen
FROM cloudtrail
WHERE regexp_like(eventname, '^(Delete|BatchDelete|Terminate|Deregister|Release|Purge|Destroy)')
    AND errorcode IS NULL
    AND useridentity.type <> 'AWSService'
GROUP BY 1, 2, 3
HAVING count(*) >= :min_deletions
ORDER BY deletions DESC, period_start, principal, sourceipaddress
