/*---
title: Which accounts and principals an address touched
description: The first thing to know of a hostile address; then look at each principal with principal-activity.
parameters:
  ip: {type: cidr, help: an address or a network, example: 198.51.100.7}
mitre: [T1078.004]
---*/
SELECT
    recipientaccountid AS account,
    principal,
    accesskeyid,
    count(*) AS calls,
    count(errorcode) AS errors,
    count(*) FILTER (WHERE readonly IS NULL OR readonly <> 'true') AS writes,
    array_join(slice(array_sort(array_agg(DISTINCT eventsource) FILTER (WHERE eventsource <> '')), 1, 10), ', ') AS services,
    min(eventtime) AS first_seen,
    max(eventtime) AS last_seen
FROM cloudtrail
WHERE contains(:ip, TRY_CAST(sourceipaddress AS ipaddress))
GROUP BY 1, 2, 3
ORDER BY first_seen, account, principal, accesskeyid
