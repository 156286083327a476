/*---
title: Changes of Lambda functions, layers, URLs and triggers
description: >-
  Every change, also those of deployments. New code, layers, environment variables or permissions of a function are a
  way to stay or to gain its role.
parameters:
  function: {type: string, optional: true, help: only events that name this function, example: thumbnailer}
  reads: {type: boolean, default: false, help: true adds calls that only read}
mitre: [T1648, T1546]
---*/
SELECT
    eventtime,
    eventname,
    coalesce(
        json_extract_scalar(requestparameters, '$.functionName'),
        json_extract_scalar(requestparameters, '$.layerName')
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
WHERE eventsource = 'lambda.amazonaws.com'
    AND (:reads OR readonly IS NULL OR readonly <> 'true')
    AND (
        :function IS NULL
        OR strpos(requestparameters, :function) > 0
        OR strpos(responseelements, :function) > 0
    )
ORDER BY eventtime, eventid
