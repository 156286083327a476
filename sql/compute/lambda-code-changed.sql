/*---
title: Code of a Lambda function replaced by hand
description: >-
  New code runs with the rights of the function's role. Deployments are left out: principals with deploy in their name, or
  those that you name in deployers.
parameters:
  deployers: {type: pattern, default: '*deploy*', help: principals whose changes are routine}
mitre: [T1648, T1546]
kind: detection
level: low
false_positives: >-
  Deployments by principals with other names. Name them in deployers.
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
    AND eventname IN ('UpdateFunctionCode', 'UpdateFunctionCode20150331', 'UpdateFunctionCode20150331v2')
    AND outcome = 'success'
    AND coalesce(json_extract_scalar(requestparameters, '$.dryRun'), 'false') <> 'true'
    AND coalesce(principal_type, '') NOT IN ('service', 'service-role')
    AND NOT coalesce(lower(principal) LIKE lower(:deployers) ESCAPE '\', FALSE)
ORDER BY eventtime, eventid
