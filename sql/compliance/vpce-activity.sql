/*---
title: What went through each VPC endpoint
description: >-
  Reads the network activity events, which need a trail that records them. One line for each endpoint, principal and
  action, refused calls included; name an endpoint to see only its calls.
parameters:
  endpoint: {type: string, optional: true, help: id of an endpoint, example: vpce-1}
---*/
SELECT
    vpcendpointid,
    vpcendpointaccountid AS account,
    principal,
    action,
    count(*) AS calls,
    count(errorcode) AS errors,
    count(DISTINCT sourceipaddress) AS addresses,
    min(eventtime) AS first_seen,
    max(eventtime) AS last_seen
FROM network_activity
WHERE (:endpoint IS NULL OR vpcendpointid = :endpoint)
GROUP BY 1, 2, 3, 4
ORDER BY calls DESC, vpcendpointid, principal, action
