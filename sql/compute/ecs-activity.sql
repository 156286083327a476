/*---
title: Tasks, services and task definitions of ECS
description: >-
  Who ran tasks, changed services or opened a shell in a container (ExecuteCommand). A task definition brings the
  image, role and network that a task gets.
parameters:
  cluster: {type: string, optional: true, help: only events that name this cluster, example: prod}
  reads: {type: boolean, default: false, help: true adds calls that only read}
mitre: [T1610, T1609]
---*/
SELECT
    eventtime,
    eventname,
    coalesce(
        json_extract_scalar(requestparameters, '$.taskDefinition'),
        json_extract_scalar(requestparameters, '$.service'),
        json_extract_scalar(requestparameters, '$.family'),
        json_extract_scalar(requestparameters, '$.task'),
        json_extract_scalar(requestparameters, '$.cluster')
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
WHERE eventsource = 'ecs.amazonaws.com'
    AND (:reads OR readonly IS NULL OR readonly <> 'true')
    AND (
        :cluster IS NULL
        OR strpos(requestparameters, :cluster) > 0
        OR strpos(responseelements, :cluster) > 0
    )
ORDER BY eventtime, eventid
