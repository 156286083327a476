/*---
title: Credentials of instances, and the public addresses that used them
description: >-
  An instance calls from its own public address, or that of its NAT gateway; a second address (addresses is 2 or more)
  means that the credentials may have been taken away from it. Calls through VPC endpoints and by services are left out.
parameters:
  known: {type: cidr, optional: true, help: a network to leave out, example: 203.0.113.0/24}
mitre: [T1552.005]
kind: detection
level: medium
---*/
SELECT
    instance,
    role,
    count(*) OVER (PARTITION BY account, role, instance) AS addresses,
    sourceipaddress,
    calls,
    errors,
    first_seen,
    last_seen,
    account,
    a_useragent
FROM (
    SELECT
        split_part(useridentity.principalid, ':', 2) AS instance,
        useridentity.sessioncontext.sessionissuer.username AS role,
        sourceipaddress,
        count(*) AS calls,
        count(errorcode) AS errors,
        min(eventtime) AS first_seen,
        max(eventtime) AS last_seen,
        recipientaccountid AS account,
        min(useragent) AS a_useragent
    FROM cloudtrail
    WHERE useridentity.type = 'AssumedRole'
        AND regexp_like(useridentity.principalid, ':i-[0-9a-f]{8,17}$')
        AND vpcendpointid IS NULL
        AND TRY_CAST(sourceipaddress AS ipaddress) IS NOT NULL
        AND NOT contains('10.0.0.0/8', TRY_CAST(sourceipaddress AS ipaddress))
        AND NOT contains('172.16.0.0/12', TRY_CAST(sourceipaddress AS ipaddress))
        AND NOT contains('192.168.0.0/16', TRY_CAST(sourceipaddress AS ipaddress))
        AND NOT contains('fc00::/7', TRY_CAST(sourceipaddress AS ipaddress))
        AND (:known IS NULL OR NOT contains(:known, TRY_CAST(sourceipaddress AS ipaddress)))
    GROUP BY 1, 2, 3, 8
) AS used
ORDER BY addresses DESC, account, role, instance, first_seen, sourceipaddress
