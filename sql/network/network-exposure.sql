/*---
title: Networks opened or rerouted
description: >-
  Security groups, network access lists, routes, gateways, peerings, traffic mirrors, and databases made public. world is
  true when the request names every address (a network of length 0, such as 0.0.0.0/0) or makes something public.
parameters:
  world_only: {type: boolean, default: false, help: true shows only what is opened to every address}
mitre: [T1562.007, T1578.005]
---*/
SELECT
    eventtime,
    eventname,
    coalesce(
        json_extract_scalar(requestparameters, '$.groupId'),
        json_extract_scalar(requestparameters, '$.networkAclId'),
        json_extract_scalar(requestparameters, '$.routeTableId'),
        json_extract_scalar(requestparameters, '$.vpcId'),
        json_extract_scalar(requestparameters, '$.dBInstanceIdentifier')
    ) AS target,
    coalesce(regexp_like(requestparameters, '"[0-9a-fA-F.:]+/0"|"publiclyAccessible" ?: ?true'), FALSE) AS world,
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
WHERE (
        (
            eventsource = 'ec2.amazonaws.com'
            AND eventname IN (
                'AuthorizeSecurityGroupIngress', 'AuthorizeSecurityGroupEgress', 'ModifySecurityGroupRules',
                'CreateSecurityGroup', 'CreateNetworkAclEntry', 'ReplaceNetworkAclEntry',
                'DeleteNetworkAclEntry', 'ReplaceNetworkAclAssociation', 'CreateRoute', 'ReplaceRoute',
                'DeleteRoute', 'CreateInternetGateway', 'AttachInternetGateway', 'CreateVpcPeeringConnection',
                'AcceptVpcPeeringConnection', 'CreateTransitGatewayVpcAttachment',
                'AcceptTransitGatewayVpcAttachment', 'CreateVpnConnection', 'CreateTrafficMirrorSession',
                'CreateTrafficMirrorTarget', 'CreateTrafficMirrorFilter', 'AssociateAddress',
                'ModifyVpcEndpoint'
            )
        )
        OR (
            eventsource = 'rds.amazonaws.com'
            AND eventname IN ('CreateDBInstance', 'ModifyDBInstance', 'RestoreDBInstanceFromDBSnapshot')
            AND regexp_like(requestparameters, '"publiclyAccessible" ?: ?true')
        )
    )
    AND (
        NOT :world_only
        OR regexp_like(requestparameters, '"[0-9a-fA-F.:]+/0"|"publiclyAccessible" ?: ?true')
    )
ORDER BY eventtime, eventid
