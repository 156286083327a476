/*---
title: Who was denied what
description: >-
  Calls that failed for want of permission, whatever the service calls that: AccessDenied, Client.UnauthorizedOperation
  and the like. One line for each principal and action.
parameters:
  principal: {type: principal, optional: true, help: 'only what this user, role or session did'}
  event_source: {type: event-source, optional: true, help: only this service, example: s3.amazonaws.com}
mitre: [T1580]
---*/
SELECT
    principal,
    eventsource,
    eventname,
    errorcode,
    count(*) AS calls,
    array_join(slice(array_sort(array_agg(DISTINCT sourceipaddress) FILTER (WHERE sourceipaddress <> '')), 1, 10), ', ') AS addresses,
    min(eventtime) AS first_seen,
    max(eventtime) AS last_seen,
    min(errormessage) AS a_message
FROM cloudtrail
WHERE outcome = 'denied'
    AND (:principal IS NULL OR lower(:principal) IN (
        lower(useridentity.arn),
        lower(useridentity.username),
        lower(useridentity.type),
        lower(useridentity.principalid),
        lower(split_part(useridentity.principalid, ':', 2)),
        lower(split_part(split_part(useridentity.principalid, ':', 2), '@', 1)),
        lower(useridentity.sessioncontext.sessionissuer.arn),
        lower(useridentity.sessioncontext.sessionissuer.username)
    ))
    AND (:event_source IS NULL OR eventsource = :event_source)
GROUP BY 1, 2, 3, 4
ORDER BY calls DESC, principal, eventsource, eventname, errorcode
