/*---
title: Mail sending enabled or extended
description: >-
  Sending turned on, or production access asked for: the limits of the sandbox end.
mitre: [T1496.004]
kind: detection
level: medium
false_positives: >-
  A new application that sends mail.
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
WHERE eventsource = 'ses.amazonaws.com'
    AND eventname IN ('UpdateAccountSendingEnabled', 'PutAccountDetails', 'PutAccountSendingAttributes')
    AND outcome = 'success'
ORDER BY eventtime, eventid
