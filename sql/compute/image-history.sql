/*---
title: What happened to an AMI, and what was launched from it
description: >-
  Who made, copied, shared, exported or deregistered the image, and the instances that were launched from it.
parameters:
  image: {type: string, help: the id of the image (AMI), example: ami-0abcdef1234567890}
  reads: {type: boolean, default: true, help: false leaves out calls that only read}
mitre: [T1578, T1537]
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
        strpos(requestparameters, concat('"', :image, '"')) > 0
        OR strpos(requestparameters, concat('/', :image)) > 0
        OR strpos(responseelements, concat('"', :image, '"')) > 0
        OR any_match(resources, r -> strpos(r.arn, concat('/', :image)) > 0)
    )
    AND (:reads OR readonly IS NULL OR readonly <> 'true')
ORDER BY eventtime, eventid
