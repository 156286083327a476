/*---
title: Access to a Bedrock model requested
description: >-
  The agreement or form that gives an account access to a model of Bedrock: seldom, and what thieves of credentials do
  first.
mitre: [T1496.004]
kind: detection
level: medium
false_positives: >-
  The planned use of a new model.
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
WHERE eventsource = 'bedrock.amazonaws.com'
    AND eventname IN ('PutUseCaseForModelAccess', 'PutFoundationModelEntitlement', 'CreateFoundationModelAgreement')
    AND outcome = 'success'
ORDER BY eventtime, eventid
