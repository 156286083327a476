/*---
title: Serial console of EC2 enabled or used
description: >-
  The serial console reaches an instance without any network; attempts that failed too.
mitre: [T1021.008, T1078.004]
kind: detection
level: high
false_positives: >-
  Repairs of instances that do not start.
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
WHERE (
        eventsource = 'ec2.amazonaws.com'
        AND eventname = 'EnableSerialConsoleAccess'
        OR eventsource = 'ec2-instance-connect.amazonaws.com'
        AND eventname = 'SendSerialConsoleSSHPublicKey'
    )
ORDER BY eventtime, eventid
