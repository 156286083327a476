/*---
title: Actions that a principal did not call before
description: >-
  Give a scope that begins some days before since: those days are the baseline, and both are read in one scan. One
  line for each principal and action; sessions of a role count as the role. Actions that only read are left out unless
  reads=true. A principal that is new has all of its actions here.
parameters:
  since: {type: timestamp, help: what was seen before is known, example: '2026-11-01'}
  reads: {type: boolean, default: false, help: true adds calls that only read}
mitre: [T1078.004]
---*/
SELECT
    coalesce(issuer, principal) AS principal,
    eventsource,
    eventname,
    recipientaccountid AS account,
    count(*) AS calls,
    count(errorcode) AS errors,
    array_join(slice(array_sort(array_agg(DISTINCT sourceipaddress) FILTER (WHERE sourceipaddress <> '')), 1, 10), ', ') AS addresses,
    min(eventtime) AS first_seen,
    max(eventtime) AS last_seen
FROM cloudtrail
WHERE useridentity.type <> 'AWSService'
    AND (:reads OR readonly IS NULL OR readonly <> 'true')
GROUP BY 1, 2, 3, 4
HAVING min(eventtime) >= :since
ORDER BY calls DESC, principal, eventsource, eventname, account
