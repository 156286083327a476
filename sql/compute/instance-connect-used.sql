/*---
title: SSH key sent to an instance
description: >-
  EC2 Instance Connect puts a key on an instance for a minute, or opens a tunnel to it.
mitre: [T1021.008, T1098.004]
kind: detection
level: low
false_positives: >-
  Administrators who sign in this way.
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
WHERE eventsource = 'ec2-instance-connect.amazonaws.com'
    AND eventname IN ('SendSSHPublicKey', 'OpenTunnel')
    AND outcome = 'success'
ORDER BY eventtime, eventid
