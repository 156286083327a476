/*---
title: Who calls and unlocks language models
description: >-
  Models of Bedrock called, and access to models asked for, by principal, model and Region. Stolen keys are used to call
  models at their owner's cost, after it was tried which ones are unlocked.
mitre: [T1496.004]
---*/
SELECT
    principal,
    eventname,
    json_extract_scalar(requestparameters, '$.modelId') AS model,
    awsregion,
    errorcode,
    count(*) AS calls,
    array_join(slice(array_sort(array_agg(DISTINCT sourceipaddress) FILTER (WHERE sourceipaddress <> '')), 1, 10), ', ') AS addresses,
    array_join(slice(array_sort(array_agg(DISTINCT accesskeyid) FILTER (WHERE accesskeyid <> '')), 1, 10), ', ') AS keys,
    min(eventtime) AS first_seen,
    max(eventtime) AS last_seen
FROM cloudtrail
WHERE eventsource IN ('bedrock.amazonaws.com', 'bedrock-runtime.amazonaws.com')
    AND (
        regexp_like(eventname, '^(InvokeModel|Converse|CreateModelInvocationJob)')
        OR eventname IN (
            'ListFoundationModels', 'GetFoundationModelAvailability', 'PutFoundationModelEntitlement',
            'PutUseCaseForModelAccess', 'GetUseCaseForModelAccess', 'CreateFoundationModelAgreement',
            'ListFoundationModelAgreementOffers', 'GetModelInvocationLoggingConfiguration',
            'DeleteModelInvocationLoggingConfiguration'
        )
    )
GROUP BY 1, 2, 3, 4, 5
ORDER BY calls DESC, principal, eventname, model, awsregion, errorcode
