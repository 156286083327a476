/*---
title: Calls that a VPC endpoint's policy refused
description: >-
  Reads the network activity events, which need a trail that records them and lie in a folder of their own. Someone inside
  the network tried to reach what the endpoint's policy forbids, such as a bucket of another account.
mitre: [T1537]
---*/
SELECT
    vpcendpointid,
    eventsource,
    eventname,
    principal,
    sourceipaddress,
    count(*) AS calls,
    min(eventtime) AS first_seen,
    max(eventtime) AS last_seen,
    min(errormessage) AS a_message
FROM network_activity
WHERE errorcode = 'VpceAccessDenied'
GROUP BY 1, 2, 3, 4, 5
ORDER BY calls DESC, vpcendpointid, eventsource, eventname, principal, sourceipaddress
