/*---
title: What happened to an EBS volume or snapshot
description: >-
  Who created, attached, detached, copied, shared or deleted it, and the snapshots that were made of a volume.
parameters:
  volume: {type: string, help: the id of the volume or snapshot, example: vol-0abcdef1234567890}
  reads: {type: boolean, default: true, help: false leaves out calls that only read}
mitre: [T1578.001, T1537]
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
        strpos(requestparameters, concat('"', :volume, '"')) > 0
        OR strpos(requestparameters, concat('/', :volume)) > 0
        OR strpos(responseelements, concat('"', :volume, '"')) > 0
        OR any_match(resources, r -> strpos(r.arn, concat('/', :volume)) > 0)
    )
    AND (:reads OR readonly IS NULL OR readonly <> 'true')
ORDER BY eventtime, eventid
