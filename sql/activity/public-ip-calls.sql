/*---
title: Calls from public addresses
description: >-
  By address, with who called from it. Left out are private, shared, loopback and link-local addresses, AWS services, and
  the network that you know.
parameters:
  known: {type: cidr, optional: true, help: a network to leave out, example: 203.0.113.0/24}
mitre: [T1078.004]
---*/
SELECT
    sourceipaddress,
    count(*) AS calls,
    count(errorcode) AS errors,
    count(DISTINCT recipientaccountid) AS accounts,
    count(DISTINCT principal) AS principal_count,
    array_join(slice(array_sort(array_agg(DISTINCT principal) FILTER (WHERE principal <> '')), 1, 10), ', ') AS principals,
    min(eventtime) AS first_seen,
    max(eventtime) AS last_seen
FROM cloudtrail
WHERE is_public_ip
    AND (:known IS NULL OR NOT contains(:known, TRY_CAST(sourceipaddress AS ipaddress)))
GROUP BY sourceipaddress
ORDER BY calls DESC, sourceipaddress
