/*---
title: Layers of a Lambda function set by hand
description: >-
  A layer or extension runs inside the function with its rights and sees all that it handles. Deployments are left out as
  in lambda-code-changed.
parameters:
  deployers: {type: pattern, default: '*deploy*', help: principals whose changes are routine}
mitre: [T1648, T1546]
kind: detection
level: low
false_positives: >-
  Changes of other settings by tools that send the layers again.
---*/
SELECT
    eventtime,
    action,
    principal,
    target,
    sourceipaddress,
    outcome,
    errorcode,
    accesskeyid,
    recipientaccountid AS account,
    awsregion,
    useragent,
    requestparameters,
    eventid
FROM cloudtrail
WHERE eventsource = 'lambda.amazonaws.com'
    AND eventname IN (
        'UpdateFunctionConfiguration', 'UpdateFunctionConfiguration20150331',
        'UpdateFunctionConfiguration20150331v2'
    )
    AND outcome = 'success'
    AND json_extract(requestparameters, '$.layers[0]') IS NOT NULL
    AND coalesce(principal_type, '') NOT IN ('service', 'service-role')
    AND NOT coalesce(lower(principal) LIKE lower(:deployers) ESCAPE '\', FALSE)
ORDER BY eventtime, eventid
