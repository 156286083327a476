/*---
title: What happened to an EC2 instance
description: >-
  Each event that names the instance in its request, response or resources, in EC2 and in other services such as
  Systems Manager, and all calls that its role session made: those have the id as session name. The role of an
  instance calls from the instance, unless its credentials were taken away.
parameters:
  instance: {type: string, help: the id of the instance, example: i-0abcdef1234567890}
  reads: {type: boolean, default: true, help: false leaves out calls that only read}
mitre: [T1578]
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
        strpos(requestparameters, concat('"', :instance, '"')) > 0
        OR strpos(requestparameters, concat('/', :instance)) > 0
        OR strpos(responseelements, concat('"', :instance, '"')) > 0
        OR any_match(resources, r -> strpos(r.arn, concat('/', :instance)) > 0)
        OR useridentity.principalid LIKE concat('%:', :instance)
    )
    AND (:reads OR readonly IS NULL OR readonly <> 'true')
ORDER BY eventtime, eventid
