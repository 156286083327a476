/*---
title: Principals denied on many different actions
description: >-
  Someone who tries out what stolen credentials can do is denied on many different actions. One line for each principal and
  address that was denied on at least so many.
parameters:
  min_actions: {type: integer, min: 0, default: 10, help: the least number of different actions}
mitre: [T1580, T1087.004]
kind: detection
level: medium
false_positives: >-
  New roles whose policies are not complete yet.
---*/
SELECT
    principal,
    sourceipaddress,
    count(DISTINCT eventsource || ':' || eventname) AS actions_denied,
    count(*) AS calls_denied,
    array_join(slice(array_sort(array_agg(DISTINCT eventsource) FILTER (WHERE eventsource <> '')), 1, 10), ', ') AS services,
    min(eventtime) AS first_seen,
    max(eventtime) AS last_seen
FROM cloudtrail
WHERE regexp_like(errorcode, '(?i)access-?denied|unauthori[sz]ed|notauthorized|authorizationerror|authfailure|forbidden')
GROUP BY 1, 2
HAVING count(DISTINCT eventsource || ':' || eventname) >= :min_actions
ORDER BY actions_denied DESC, principal, sourceipaddress
