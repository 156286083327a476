/*---
title: Access keys in use
description: >-
  Each key with who used it and from how many addresses and with how many programs; long-term keys begin with AKIA.
mitre: [T1078.004]
---*/
SELECT
    accesskeyid,
    principal,
    count(*) AS calls,
    count(errorcode) AS errors,
    count(DISTINCT sourceipaddress) AS address_count,
    count(DISTINCT useragent) AS agent_count,
    count(DISTINCT awsregion) AS region_count,
    min(eventtime) AS first_seen,
    max(eventtime) AS last_seen
FROM cloudtrail
WHERE accesskeyid <> ''
GROUP BY 1, 2
ORDER BY calls DESC, accesskeyid, principal
