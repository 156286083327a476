/*---
title: Addresses that a principal did not call from before
description: >-
  Give a scope that begins some days before since: those days are the baseline, and both are read in one scan. One
  line for each principal and address; sessions of a role count as the role. Only addresses are compared, and AWS
  services are left out.
parameters:
  since: {type: timestamp, help: what was seen before is known, example: '2026-11-01'}
mitre: [T1078.004]
---*/
SELECT
    coalesce(issuer, principal) AS principal,
    sourceipaddress,
    recipientaccountid AS account,
    count(*) AS calls,
    count(errorcode) AS errors,
    count(DISTINCT action) AS actions,
    array_join(slice(array_sort(array_agg(DISTINCT useragent) FILTER (WHERE useragent <> '')), 1, 10), ', ') AS agents,
    min(eventtime) AS first_seen,
    max(eventtime) AS last_seen
FROM cloudtrail
WHERE useridentity.type <> 'AWSService'
    AND TRY_CAST(sourceipaddress AS ipaddress) IS NOT NULL
GROUP BY 1, 2, 3
HAVING min(eventtime) >= :since
ORDER BY calls DESC, principal, sourceipaddress, account
