/*---
title: Credentials of an instance used from several public addresses
description: >-
  An instance calls from its own public address, or that of its NAT gateway. A second address means that the credentials may
  have been stolen from it. Calls through VPC endpoints and by services are left out.
parameters:
  known: {type: cidr, optional: true, help: a network to leave out, example: 203.0.113.0/24}
  min_addresses: {type: integer, min: 1, default: 2, help: the least number of public addresses of an instance}
mitre: [T1552.005]
kind: detection
level: medium
false_positives: >-
  Instances with a new public address, and NAT gateways with several.
---*/
SELECT
    instance,
    role,
    addresses,
    sourceipaddress,
    calls,
    errors,
    first_seen,
    last_seen,
    account,
    a_useragent
FROM (
    SELECT
        session_name AS instance,
        useridentity.sessioncontext.sessionissuer.username AS role,
        count(*) OVER (
            PARTITION BY recipientaccountid, useridentity.sessioncontext.sessionissuer.username, session_name
        ) AS addresses,
        sourceipaddress,
        count(*) AS calls,
        count(errorcode) AS errors,
        min(eventtime) AS first_seen,
        max(eventtime) AS last_seen,
        recipientaccountid AS account,
        min(useragent) AS a_useragent
    FROM cloudtrail
    WHERE useridentity.type = 'AssumedRole'
        AND regexp_like(session_name, '^i-[0-9a-f]{8,17}$')
        AND vpcendpointid IS NULL
        AND is_public_ip
        AND (:known IS NULL OR NOT contains(:known, TRY_CAST(sourceipaddress AS ipaddress)))
    GROUP BY session_name, useridentity.sessioncontext.sessionissuer.username, sourceipaddress, recipientaccountid
) AS used
WHERE addresses >= :min_addresses
ORDER BY addresses DESC, account, role, instance, first_seen, sourceipaddress
