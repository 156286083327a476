/*---
title: Sessions that open further sessions
description: >-
  Roles assumed by a session of a role: a chain, which hides who began it. itself is true when a role assumes itself, which
  programs do to make their session last.
mitre: [T1550.001]
---*/
SELECT
    issuer AS from_role,
    json_extract_scalar(requestparameters, '$.roleArn') AS to_role,
    issuer = json_extract_scalar(requestparameters, '$.roleArn') AS itself,
    count(*) AS calls,
    count(errorcode) AS errors,
    array_join(slice(array_sort(array_agg(DISTINCT sourceipaddress) FILTER (WHERE sourceipaddress <> '')), 1, 10), ', ') AS addresses,
    array_join(slice(array_sort(array_agg(DISTINCT principal) FILTER (WHERE principal <> '')), 1, 10), ', ') AS sessions,
    min(eventtime) AS first_seen,
    max(eventtime) AS last_seen
FROM cloudtrail
WHERE eventsource = 'sts.amazonaws.com'
    AND eventname = 'AssumeRole'
    AND useridentity.type = 'AssumedRole'
GROUP BY 1, 2, 3
ORDER BY calls DESC, from_role, to_role
