/*---
title: Use of AI services by principal
description: >-
  Bedrock, AgentCore, SageMaker and the like: who calls which action in which Region. A sudden rise, a new principal
  or a Region that nobody uses is what stolen keys look like. Models are in bedrock-models.
mitre: [T1496.004]
---*/
SELECT
    principal,
    eventsource,
    eventname,
    awsregion,
    count(*) AS calls,
    count(errorcode) AS errors,
    min(eventtime) AS first_seen,
    max(eventtime) AS last_seen
FROM cloudtrail
WHERE regexp_like(eventsource, '^(bedrock|sagemaker|comprehend|rekognition|textract|transcribe|polly|translate)')
GROUP BY 1, 2, 3, 4
ORDER BY calls DESC, principal, eventsource, eventname, awsregion
