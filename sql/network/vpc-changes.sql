/*---
title: Changes of VPCs, subnets, routes, gateways and endpoints
description: >-
  Who built, rerouted, connected or removed networks; attempts that failed have an errorcode. Rules of security groups
  are in network-exposure and security-group-history.
parameters:
  vpc: {type: string, optional: true, help: only events that name this VPC, example: vpc-0abcdef1234567890}
  reads: {type: boolean, default: false, help: true adds calls that only read}
mitre: [T1562.007, T1599]
---*/
SELECT
    eventtime,
    eventname,
    target,
    principal,
    sourceipaddress,
    errorcode,
    accesskeyid,
    recipientaccountid AS account,
    awsregion,
    useragent,
    requestparameters,
    eventid
FROM cloudtrail
WHERE eventsource = 'ec2.amazonaws.com'
    AND (:reads OR readonly IS NULL OR readonly <> 'true')
    AND regexp_like(eventname, 'Vpc|Subnet|Route|Gateway|NetworkAcl|Peering|VpnConnection|DhcpOptions|FlowLogs|NetworkInterface|Address')
    AND (
        :vpc IS NULL
        OR strpos(requestparameters, :vpc) > 0
        OR strpos(responseelements, :vpc) > 0
    )
ORDER BY eventtime, eventid
