/*---
title: Who was active, in one line each
description: >-
  Per principal: how much it called, failed and was denied, from how many addresses, with which keys, when first and last.
  Of addresses, keys and regions at most ten are named.
parameters:
  principal: {type: principal, optional: true, help: 'only what this user, role or session did'}
mitre: [T1078.004]
---*/
SELECT
    principal,
    principal_type,
    count(*) AS calls,
    count(*) FILTER (WHERE readonly IS NULL OR readonly <> 'true') AS writes,
    count(errorcode) AS errors,
    count(*) FILTER (WHERE outcome = 'denied') AS denied,
    count(DISTINCT eventname) AS actions,
    count(DISTINCT sourceipaddress) AS address_count,
    array_join(slice(array_sort(array_agg(DISTINCT sourceipaddress) FILTER (WHERE sourceipaddress <> '')), 1, 10), ', ') AS addresses,
    array_join(slice(array_sort(array_agg(DISTINCT accesskeyid) FILTER (WHERE accesskeyid <> '')), 1, 10), ', ') AS keys,
    count(DISTINCT useragent) AS agent_count,
    array_join(slice(array_sort(array_agg(DISTINCT awsregion) FILTER (WHERE awsregion <> '')), 1, 10), ', ') AS regions,
    min(eventtime) AS first_seen,
    max(eventtime) AS last_seen
FROM cloudtrail
WHERE (:principal IS NULL OR lower(:principal) IN (
    lower(useridentity.arn),
    lower(useridentity.username),
    lower(useridentity.type),
    lower(useridentity.principalid),
    lower(split_part(useridentity.principalid, ':', 2)),
    lower(split_part(split_part(useridentity.principalid, ':', 2), '@', 1)),
    lower(useridentity.sessioncontext.sessionissuer.arn),
    lower(useridentity.sessioncontext.sessionissuer.username)
))
GROUP BY 1, 2
ORDER BY calls DESC, principal, principal_type
