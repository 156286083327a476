/*---
title: Calls over old TLS
description: Programs that still call with TLS 1.0 or 1.1, by principal and software. Records before version 1.08 tell no TLS.
---*/
SELECT
    tlsdetails.tlsversion AS tls,
    principal,
    useragent,
    eventsource,
    count(*) AS calls,
    array_join(slice(array_sort(array_agg(DISTINCT sourceipaddress) FILTER (WHERE sourceipaddress <> '')), 1, 10), ', ') AS addresses,
    min(eventtime) AS first_seen,
    max(eventtime) AS last_seen
FROM cloudtrail
WHERE tlsdetails.tlsversion IN ('TLSv1', 'TLSv1.0', 'TLSv1.1', 'SSLv3')
GROUP BY 1, 2, 3, 4
ORDER BY calls DESC, tls, principal, useragent, eventsource
