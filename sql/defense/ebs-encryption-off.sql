/*---
title: Encryption of new EBS volumes by default turned off
description: >-
  New volumes and snapshots of the Region are no longer encrypted unless the request says so.
mitre: [T1562.001]
kind: detection
level: medium
false_positives: >-
  None known.
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
WHERE eventsource = 'ec2.amazonaws.com'
    AND eventname = 'DisableEbsEncryptionByDefault'
    AND outcome = 'success'
ORDER BY eventtime, eventid
