/*---
title: Functions of Lambda created, changed or opened
description: >-
  Code, layers, settings, URLs, triggers and permissions. public is true when the request lets everyone invoke the function.
  The names of Lambda's events end with a date.
parameters:
  function: {type: string, optional: true, help: "the function's name, or a part of it", example: my-function}
mitre: [T1546, T1648]
---*/
SELECT
    eventtime,
    eventname,
    coalesce(
        json_extract_scalar(requestparameters, '$.functionName'),
        json_extract_scalar(requestparameters, '$.layerName')
    ) AS target,
    coalesce(
        json_extract_scalar(requestparameters, '$.principal') = '*'
            OR json_extract_scalar(requestparameters, '$.authType') = 'NONE',
        FALSE
    ) AS public,
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
    AND regexp_like(
        eventname,
        '^(CreateFunction|UpdateFunctionCode|UpdateFunctionConfiguration|PublishLayerVersion|AddPermission'
            || '|AddLayerVersionPermission|CreateFunctionUrlConfig|UpdateFunctionUrlConfig|CreateEventSourceMapping'
            || '|UpdateEventSourceMapping|PutFunctionEventInvokeConfig|CreateAlias|UpdateAlias)'
    )
    AND (:function IS NULL OR strpos(requestparameters, :function) > 0)
ORDER BY eventtime, eventid
