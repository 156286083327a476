/*---
title: 'Changes of Amazon SES: identities, sending, quotas'
description: >-
  Stolen keys are often used to send mail: identities are verified, sending is enabled and limits are asked for. Mail
  itself is seen only where data events are on.
parameters:
  reads: {type: boolean, default: false, help: true adds calls that only read}
mitre: [T1586.002, T1496.003]
---*/
SELECT
    eventtime,
    eventname,
    coalesce(
        json_extract_scalar(requestparameters, '$.emailIdentity'),
        json_extract_scalar(requestparameters, '$.emailAddress'),
        json_extract_scalar(requestparameters, '$.identity'),
        json_extract_scalar(requestparameters, '$.domain')
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
WHERE eventsource = 'ses.amazonaws.com'
    AND (:reads OR readonly IS NULL OR readonly <> 'true')
ORDER BY eventtime, eventid
