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
    array_join(slice(array_sort(array_agg(DISTINCT useridentity.arn) FILTER (WHERE useridentity.arn <> '')), 1, 10), ', ') AS principals,
    min(eventtime) AS first_seen,
    max(eventtime) AS last_seen
FROM cloudtrail
WHERE TRY_CAST(sourceipaddress AS ipaddress) IS NOT NULL
    AND NOT contains('10.0.0.0/8', TRY_CAST(sourceipaddress AS ipaddress))
    AND NOT contains('100.64.0.0/10', TRY_CAST(sourceipaddress AS ipaddress))
    AND NOT contains('127.0.0.0/8', TRY_CAST(sourceipaddress AS ipaddress))
    AND NOT contains('169.254.0.0/16', TRY_CAST(sourceipaddress AS ipaddress))
    AND NOT contains('172.16.0.0/12', TRY_CAST(sourceipaddress AS ipaddress))
    AND NOT contains('192.168.0.0/16', TRY_CAST(sourceipaddress AS ipaddress))
    AND NOT contains('::1/128', TRY_CAST(sourceipaddress AS ipaddress))
    AND NOT contains('fc00::/7', TRY_CAST(sourceipaddress AS ipaddress))
    AND NOT contains('fe80::/10', TRY_CAST(sourceipaddress AS ipaddress))
    AND (:known IS NULL OR NOT contains(:known, TRY_CAST(sourceipaddress AS ipaddress)))
GROUP BY sourceipaddress
ORDER BY calls DESC, sourceipaddress
