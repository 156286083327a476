/*---
title: The most active principals
description: For more of each, see principal-summary.
chart: true
---*/
SELECT
    principal,
    principal_type,
    recipientaccountid AS account,
    count(*) AS calls,
    count(errorcode) AS errors,
    count(*) FILTER (WHERE readonly IS NULL OR readonly <> 'true') AS writes,
    min(eventtime) AS first_seen,
    max(eventtime) AS last_seen
FROM cloudtrail
GROUP BY 1, 2, 3
ORDER BY calls DESC, principal, principal_type, account
