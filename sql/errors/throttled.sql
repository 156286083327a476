/*---
title: Calls that were throttled
description: Who called an action too often. A burst can be a faulty program, or a tool that lists all there is.
parameters:
  event_source: {type: event-source, optional: true, help: only this service, example: ec2.amazonaws.com}
---*/
SELECT
    eventsource,
    eventname,
    principal,
    errorcode,
    count(*) AS calls,
    awsregion,
    min(eventtime) AS first_seen,
    max(eventtime) AS last_seen
FROM cloudtrail
WHERE outcome = 'throttled'
    AND (:event_source IS NULL OR eventsource = :event_source)
GROUP BY 1, 2, 3, 4, 6
ORDER BY calls DESC, eventsource, eventname, principal, errorcode, awsregion
