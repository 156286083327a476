/*---
title: Shells and commands on instances
description: >-
  Session Manager, Run Command, EC2 Instance Connect and the serial console, with the instance. Commands themselves
  are hidden in CloudTrail; the session's own log has them.
mitre: [T1021.007, T1651]
---*/
SELECT
    eventtime,
    eventname,
    coalesce(
        json_extract_scalar(requestparameters, '$.target'),
        json_extract_scalar(requestparameters, '$.instanceIds[0]'),
        json_extract_scalar(requestparameters, '$.instanceId')
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
WHERE (
        eventsource = 'ssm.amazonaws.com'
        AND eventname IN ('StartSession', 'ResumeSession', 'TerminateSession', 'SendCommand')
    )
    OR (
        eventsource = 'ec2-instance-connect.amazonaws.com'
        AND eventname IN ('SendSSHPublicKey', 'SendSerialConsoleSSHPublicKey', 'OpenTunnel')
    )
ORDER BY eventtime, eventid
