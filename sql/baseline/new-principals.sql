/*---
title: Principals that were not active before
description: >-
  Give a scope that begins some days before since: those days are the baseline, and both are read in one scan. A
  principal is one whose first call is on or after since. Sessions of a role count as the role, so that a new session
  name is not a new principal. AWS services are left out.
parameters:
  since: {type: timestamp, help: what was seen before is known, example: '2026-11-01'}
mitre: [T1078.004]
---*/
SELECT
    coalesce(issuer, principal) AS principal,
    principal_type,
    recipientaccountid AS account,
    count(*) AS calls,
    count(errorcode) AS errors,
    count(DISTINCT action) AS actions,
    array_join(slice(array_sort(array_agg(DISTINCT sourceipaddress) FILTER (WHERE sourceipaddress <> '')), 1, 10), ', ') AS addresses,
    min(eventtime) AS first_seen,
    max(eventtime) AS last_seen
FROM cloudtrail
WHERE useridentity.type <> 'AWSService'
GROUP BY 1, 2, 3
HAVING min(eventtime) >= :since
ORDER BY calls DESC, principal, principal_type, account
