/*---
title: Port opened to the whole internet
description: >-
  A security group lets in every address (0.0.0.0/0 or ::/0) on something other than ports 80 and 443 or ping.
mitre: [T1562.007, T1133]
kind: detection
level: high
false_positives: >-
  Services that are meant for everyone on other ports, such as mail and VPN.
---*/
SELECT
    eventtime,
    action,
    principal,
    target,
    sourceipaddress,
    outcome,
    errorcode,
    accesskeyid,
    recipientaccountid AS account,
    awsregion,
    useragent,
    requestparameters,
    eventid
FROM cloudtrail
WHERE eventsource = 'ec2.amazonaws.com'
    AND eventname IN ('AuthorizeSecurityGroupIngress', 'ModifySecurityGroupRules')
    AND outcome = 'success'
    AND (
        regexp_like(json_extract_scalar(requestparameters, '$.cidrIp'), '/0$')
        AND NOT coalesce(
            json_extract_scalar(requestparameters, '$.ipProtocol') IN ('icmp', 'icmpv6', '1', '58')
                OR json_extract_scalar(requestparameters, '$.fromPort') = json_extract_scalar(requestparameters, '$.toPort')
                AND json_extract_scalar(requestparameters, '$.fromPort') IN ('80', '443'),
            FALSE
        )
        OR any_match(
            try_cast(json_extract(requestparameters, '$.ipPermissions.items') AS array(json)),
            p -> regexp_like(json_format(p), '"[0-9a-fA-F.:]+/0"')
                AND NOT coalesce(
                    json_extract_scalar(p, '$.ipProtocol') IN ('icmp', 'icmpv6', '1', '58')
                        OR json_extract_scalar(p, '$.fromPort') = json_extract_scalar(p, '$.toPort')
                        AND json_extract_scalar(p, '$.fromPort') IN ('80', '443'),
                    FALSE
                )
        )
        OR eventname = 'ModifySecurityGroupRules'
        AND regexp_like(requestparameters, '"[0-9a-fA-F.:]+/0"')
    )
ORDER BY eventtime, eventid
