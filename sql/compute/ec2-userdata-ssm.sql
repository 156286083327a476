/*---
title: Ways into running instances
description: >-
  Start-up scripts read and changed, commands, sessions and documents of Systems Manager, keys pushed by Instance Connect, and
  serial consoles. What was typed in a session is not in CloudTrail.
parameters:
  instance: {type: string, optional: true, help: only events that name this instance, example: i-0abcdef1234567890}
mitre: [T1059.009, T1651, T1021.007]
---*/
SELECT
    eventtime,
    eventsource,
    eventname,
    coalesce(
        json_extract_scalar(requestparameters, '$.instanceId'),
        json_extract_scalar(requestparameters, '$.target'),
        json_extract_scalar(requestparameters, '$.instanceIds[0]'),
        json_extract_scalar(requestparameters, '$.targets[0].values[0]')
    ) AS target,
    json_extract_scalar(requestparameters, '$.documentName') AS document,
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
        (
            eventsource = 'ec2.amazonaws.com'
            AND eventname IN ('ModifyInstanceAttribute', 'DescribeInstanceAttribute')
            AND (
                strpos(requestparameters, 'userData') > 0
                OR json_extract_scalar(requestparameters, '$.attribute') = 'userData'
            )
        )
        OR (eventsource = 'ec2.amazonaws.com' AND eventname = 'EnableSerialConsoleAccess')
        OR (
            eventsource = 'ssm.amazonaws.com'
            AND eventname IN (
                'SendCommand', 'StartSession', 'ResumeSession', 'CreateAssociation', 'StartAutomationExecution',
                'CreateDocument', 'UpdateDocument'
            )
        )
        OR (
            eventsource = 'ec2-instance-connect.amazonaws.com'
            AND eventname IN ('SendSSHPublicKey', 'SendSerialConsoleSSHPublicKey', 'OpenTunnel')
        )
    )
    AND (:instance IS NULL OR strpos(requestparameters, :instance) > 0)
ORDER BY eventtime, eventid
