/*---
title: EC2 key pairs created, imported and deleted
description: >-
  A key pair imported or created by an intruder opens the instances that are launched with it; CreateKeyPair also
  shows which principal received the private key.
mitre: [T1098.004]
---*/
SELECT
    eventtime,
    eventname,
    json_extract_scalar(requestparameters, '$.keyName') AS target,
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
WHERE eventsource = 'ec2.amazonaws.com'
    AND eventname IN ('CreateKeyPair', 'ImportKeyPair', 'DeleteKeyPair')
ORDER BY eventtime, eventid
