/*---
title: What happened to a resource
description: >-
  Each event that names it: in the ARNs of its resources, in the request or in the response. Give an id, ARN or name, or a
  part of one; upper and lower case differ. A short name finds whatever else has it as a part.
parameters:
  resource: {type: string, help: 'an id, ARN or name', example: i-0abcdef1234567890}
  reads: {type: boolean, default: true, help: false leaves out calls that only read}
---*/
SELECT
    eventtime,
    eventsource,
    eventname,
    principal,
    sourceipaddress,
    errorcode,
    awsregion,
    recipientaccountid AS account,
    accesskeyid,
    requestparameters,
    responseelements,
    eventid
FROM cloudtrail
WHERE (
        strpos(requestparameters, :resource) > 0
        OR strpos(responseelements, :resource) > 0
        OR any_match(resources, r -> strpos(r.arn, :resource) > 0)
    )
    AND (:reads OR readonly IS NULL OR readonly <> 'true')
ORDER BY eventtime, eventid
