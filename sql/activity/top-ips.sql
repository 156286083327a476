/*---
title: The addresses that called most
description: Addresses and, for calls that AWS services made, their names.
chart: true
---*/
SELECT
    sourceipaddress,
    count(*) AS calls,
    count(errorcode) AS errors,
    count(DISTINCT principal) AS principals,
    count(DISTINCT recipientaccountid) AS accounts,
    min(eventtime) AS first_seen,
    max(eventtime) AS last_seen
FROM cloudtrail
GROUP BY sourceipaddress
ORDER BY calls DESC, sourceipaddress
