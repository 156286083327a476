/*---
title: Subscriptions and agreements of AWS Marketplace
description: >-
  Who subscribed, accepted terms or cancelled. Stolen accounts are used to subscribe to software and models at their
  owner's cost.
parameters:
  reads: {type: boolean, default: false, help: true adds calls that only read}
mitre: [T1496]
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
WHERE eventsource LIKE '%marketplace%.amazonaws.com'
    AND (:reads OR readonly IS NULL OR readonly <> 'true')
ORDER BY eventtime, eventid
