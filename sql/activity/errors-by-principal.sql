/*---
title: Who fails with what
description: >-
  One line for each principal, action and error. Errors of permission are in access-denied.
---*/
SELECT
    principal,
    eventsource,
    eventname,
    errorcode,
    count(*) AS calls,
    count(errorcode) AS errors,
    min(eventtime) AS first_seen,
    max(eventtime) AS last_seen
FROM cloudtrail
WHERE errorcode IS NOT NULL
    AND outcome = 'failed'
GROUP BY 1, 2, 3, 4
ORDER BY calls DESC, principal, eventsource, eventname, errorcode
