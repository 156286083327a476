/*---
title: Who did what in RDS
description: >-
  One line for each principal, action and target, reads too. Many Describe calls by one principal are how an intruder
  looks for databases.
mitre: [T1580]
---*/
SELECT
    principal,
    eventname,
    target,
    count(*) AS calls,
    count(errorcode) AS errors,
    min(eventtime) AS first_seen,
    max(eventtime) AS last_seen
FROM cloudtrail
WHERE eventsource = 'rds.amazonaws.com'
GROUP BY 1, 2, 3
ORDER BY calls DESC, principal, eventname, target
