/*---
title: 'Changes of AWS Config: recorders, rules, deliveries'
description: >-
  AWS Config records how resources change; what is turned off here leaves no history.
parameters:
  reads: {type: boolean, default: false, help: true adds calls that only read}
mitre: [T1562.008]
---*/
SELECT
    eventtime,
    eventname,
    coalesce(
        json_extract_scalar(requestparameters, '$.configurationRecorderName'),
        json_extract_scalar(requestparameters, '$.configurationRecorder.name'),
        json_extract_scalar(requestparameters, '$.configRuleName'),
        json_extract_scalar(requestparameters, '$.configRule.configRuleName'),
        json_extract_scalar(requestparameters, '$.deliveryChannelName')
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
WHERE eventsource = 'config.amazonaws.com'
    AND (:reads OR readonly IS NULL OR readonly <> 'true')
ORDER BY eventtime, eventid
