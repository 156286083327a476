/*---
title: Rules of security groups, added and removed
description: >-
  Each change with its ports and networks. Rules open to the world have 0.0.0.0/0 or ::/0 among networks; a port range
  of 0 to 65535 or the protocol -1 is everything.
parameters:
  group_id: {type: string, optional: true, help: only this security group, example: sg-0abcdef1234567890}
mitre: [T1562.007]
---*/
SELECT
    eventtime,
    eventname,
    coalesce(
        json_extract_scalar(requestparameters, '$.groupId'),
        json_extract_scalar(requestparameters, '$.ModifySecurityGroupRulesRequest.GroupId')
    ) AS target,
    json_extract_scalar(requestparameters, '$.ipPermissions.items[0].ipProtocol') AS protocol,
    json_extract_scalar(requestparameters, '$.ipPermissions.items[0].fromPort') AS from_port,
    json_extract_scalar(requestparameters, '$.ipPermissions.items[0].toPort') AS to_port,
    array_join(
        array_sort(array_distinct(regexp_extract_all(requestparameters, '"([0-9a-fA-F.:]+/[0-9]{1,3})"', 1))), ', '
    ) AS networks,
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
    AND eventname IN (
        'AuthorizeSecurityGroupIngress', 'AuthorizeSecurityGroupEgress', 'RevokeSecurityGroupIngress',
        'RevokeSecurityGroupEgress', 'ModifySecurityGroupRules', 'UpdateSecurityGroupRuleDescriptionsIngress',
        'UpdateSecurityGroupRuleDescriptionsEgress'
    )
    AND (:group_id IS NULL OR strpos(requestparameters, :group_id) > 0)
ORDER BY eventtime, eventid
