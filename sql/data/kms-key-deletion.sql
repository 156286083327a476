/*---
title: Encryption key disabled or scheduled for deletion
description: >-
  Without its key, encrypted data cannot be read any more. A deletion can be cancelled within its waiting period.
mitre: [T1485, T1486]
kind: detection
level: high
false_positives: >-
  Keys of test environments that are taken down.
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
    AND eventname IN ('ScheduleKeyDeletion', 'DisableKey', 'DeleteImportedKeyMaterial', 'DeleteCustomKeyStore')
    AND outcome = 'success'
ORDER BY eventtime, eventid
