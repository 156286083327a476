/*---
title: Changes of load balancers, CloudFront and API Gateway
description: >-
  What serves the web: listeners, origins, distributions and APIs. A changed origin or listener sends users elsewhere.
parameters:
  reads: {type: boolean, default: false, help: true adds calls that only read}
mitre: [T1565]
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
WHERE eventsource IN ('elasticloadbalancing.amazonaws.com', 'cloudfront.amazonaws.com', 'apigateway.amazonaws.com')
    AND (:reads OR readonly IS NULL OR readonly <> 'true')
ORDER BY eventtime, eventid
