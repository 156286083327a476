/*---
title: What happened to a security group
description: >-
  Who created, opened, closed, attached or deleted the group, and which instances and interfaces were launched with
  it. Rules of other groups that refer to it are there as well.
parameters:
  group_id: {type: string, help: the id of the security group, example: sg-0abcdef1234567890}
  reads: {type: boolean, default: true, help: false leaves out calls that only read}
mitre: [T1562.007]
---*/
SELECT
    eventtime,
    eventname,
    eventsource,
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
        strpos(requestparameters, concat('"', :group_id, '"')) > 0
        OR strpos(requestparameters, concat('/', :group_id)) > 0
        OR strpos(responseelements, concat('"', :group_id, '"')) > 0
        OR any_match(resources, r -> strpos(r.arn, concat('/', :group_id)) > 0)
    )
    AND (:reads OR readonly IS NULL OR readonly <> 'true')
ORDER BY eventtime, eventid
