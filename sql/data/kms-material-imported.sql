/*---
title: Key material imported into KMS
description: >-
  Data encrypted with an imported key is lost when whoever has the material deletes it: a way to hold data to ransom.
mitre: [T1486]
kind: detection
level: medium
false_positives: >-
  Companies that bring their own keys.
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
WHERE eventsource = 'kms.amazonaws.com'
    AND eventname = 'ImportKeyMaterial'
    AND outcome = 'success'
ORDER BY eventtime, eventid
