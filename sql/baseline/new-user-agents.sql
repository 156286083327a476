/*---
title: Software that a principal did not use before
description: >-
  Give a scope that begins some days before since: those days are the baseline, and both are read in one scan. One
  line for each principal and program, without its version: the user agent up to the first slash or space. A user
  agent is the caller's own words.
parameters:
  since: {type: timestamp, help: what was seen before is known, example: '2026-11-01'}
mitre: [T1078.004, T1059.009]
---*/
SELECT
    coalesce(issuer, principal) AS principal,
    regexp_extract(useragent, '^[^/ ]+') AS software,
    recipientaccountid AS account,
    count(*) AS calls,
    count(errorcode) AS errors,
    array_join(slice(array_sort(array_agg(DISTINCT useragent) FILTER (WHERE useragent <> '')), 1, 10), ', ') AS agents,
    array_join(slice(array_sort(array_agg(DISTINCT sourceipaddress) FILTER (WHERE sourceipaddress <> '')), 1, 10), ', ') AS addresses,
    min(eventtime) AS first_seen,
    max(eventtime) AS last_seen
FROM cloudtrail
WHERE useridentity.type <> 'AWSService'
    AND useragent IS NOT NULL
GROUP BY 1, 2, 3
HAVING min(eventtime) >= :since
ORDER BY calls DESC, principal, software, account
