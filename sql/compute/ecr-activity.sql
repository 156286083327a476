/*---
title: Container images pushed, shared and deleted
description: >-
  Repositories and images of ECR. An image pushed over a tag in use runs at the next deployment. Pulls are left out
  unless reads=true.
parameters:
  repository: {type: string, optional: true, help: only events that name this repository, example: web-app}
  reads: {type: boolean, default: false, help: true adds calls that only read}
mitre: [T1525]
---*/
SELECT
    eventtime,
    eventname,
    eventsource,
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
WHERE eventsource IN ('ecr.amazonaws.com', 'ecr-public.amazonaws.com')
    AND (:reads OR readonly IS NULL OR readonly <> 'true')
    AND (
        :repository IS NULL
        OR strpos(requestparameters, :repository) > 0
        OR strpos(responseelements, :repository) > 0
    )
ORDER BY eventtime, eventid
