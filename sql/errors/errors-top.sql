/*---
title: The most frequent errors
description: By service, action and error, with one of the messages. A call without an error code succeeded and is not here.
---*/
SELECT
    errorcode,
    eventsource,
    eventname,
    count(*) AS calls,
    count(DISTINCT principal) AS principals,
    min(eventtime) AS first_seen,
    max(eventtime) AS last_seen,
    min(errormessage) AS a_message
FROM cloudtrail
WHERE errorcode IS NOT NULL
GROUP BY errorcode, eventsource, eventname
ORDER BY calls DESC, errorcode, eventsource, eventname
