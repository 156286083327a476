/*---
title: What happened to an EC2 key pair, and what was launched with it
description: >-
  Who created, imported or deleted the key pair, and the instances that were launched with it.
parameters:
  key_pair: {type: string, help: the name of the key pair, example: ops-key}
  reads: {type: boolean, default: true, help: false leaves out calls that only read}
mitre: [T1098.004]
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
        strpos(requestparameters, concat('"', :key_pair, '"')) > 0
        OR strpos(requestparameters, concat('/', :key_pair)) > 0
        OR strpos(responseelements, concat('"', :key_pair, '"')) > 0
        OR any_match(resources, r -> strpos(r.arn, concat('/', :key_pair)) > 0)
    )
    AND (:reads OR readonly IS NULL OR readonly <> 'true')
ORDER BY eventtime, eventid
