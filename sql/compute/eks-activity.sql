/*---
title: Changes of EKS clusters and of who may enter them
description: >-
  Clusters, node groups, add-ons and access entries. An access entry makes a role an administrator of the cluster;
  what happens inside a cluster is in its audit log.
parameters:
  cluster: {type: string, optional: true, help: only events that name this cluster, example: prod}
  reads: {type: boolean, default: false, help: true adds calls that only read}
mitre: [T1098.006, T1610]
---*/
SELECT
    eventtime,
    eventname,
    coalesce(
        json_extract_scalar(requestparameters, '$.principalArn'),
        json_extract_scalar(requestparameters, '$.nodegroupName'),
        json_extract_scalar(requestparameters, '$.addonName'),
        json_extract_scalar(requestparameters, '$.name')
    ) AS target,
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
WHERE eventsource = 'eks.amazonaws.com'
    AND (:reads OR readonly IS NULL OR readonly <> 'true')
    AND (
        :cluster IS NULL
        OR strpos(requestparameters, :cluster) > 0
        OR strpos(responseelements, :cluster) > 0
    )
ORDER BY eventtime, eventid
