/*---
title: Changes of RDS and Aurora databases
description: >-
  Instances, clusters, snapshots, parameter groups and proxies: created, changed, restored, shared, exported or
  deleted. Connections to a database are not in CloudTrail.
parameters:
  database: {type: string, optional: true, help: 'only events that name this instance, cluster or snapshot', example: prod-db}
  reads: {type: boolean, default: false, help: true adds calls that only read}
mitre: [T1578, T1485]
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
WHERE eventsource = 'rds.amazonaws.com'
    AND (:reads OR readonly IS NULL OR readonly <> 'true')
    AND (
        :database IS NULL
        OR strpos(requestparameters, :database) > 0
        OR strpos(responseelements, :database) > 0
    )
ORDER BY eventtime, eventid
