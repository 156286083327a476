/*---
title: Scanning of container images turned off
description: >-
  New images of the repository are no longer scanned for known flaws.
mitre: [T1562.001]
kind: detection
level: low
false_positives: >-
  Repositories that are scanned by the registry or another tool.
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
WHERE eventsource = 'ecr.amazonaws.com'
    AND eventname = 'PutImageScanningConfiguration'
    AND outcome = 'success'
    AND json_extract_scalar(requestparameters, '$.imageScanningConfiguration.scanOnPush') = 'false'
ORDER BY eventtime, eventid
