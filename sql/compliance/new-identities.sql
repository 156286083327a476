/*---
title: Principals, addresses and software seen for the first time
description: >-
  What appears on or after a time and not before it, within the scope: give a scope that begins some days earlier, and the
  days between are the baseline. AWS services are left out.
parameters:
  since: {type: timestamp, help: what was seen before is known, example: '2026-11-01'}
mitre: [T1078.004]
---*/
SELECT
    kind,
    seen,
    count(*) AS calls,
    count(errorcode) AS errors,
    count(DISTINCT eventname) AS actions,
    min(eventtime) AS first_seen,
    max(eventtime) AS last_seen
FROM (
    SELECT
        eventtime,
        eventname,
        errorcode,
        kind,
        CASE kind WHEN 'principal' THEN principal WHEN 'address' THEN sourceipaddress ELSE useragent END AS seen
    FROM (
        SELECT
            eventtime,
            eventname,
            errorcode,
            principal,
            sourceipaddress,
            useragent
        FROM cloudtrail
        WHERE useridentity.type <> 'AWSService'
    ) AS calls_made
    CROSS JOIN (VALUES ('principal'), ('address'), ('software')) AS kinds (kind)
) AS sightings
WHERE seen IS NOT NULL
GROUP BY kind, seen
HAVING min(eventtime) >= :since
ORDER BY kind DESC, calls DESC, seen
