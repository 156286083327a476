/*---
title: Network traffic mirrored
description: >-
  A mirror session sends a copy of all packets of an instance to another one.
mitre: [T1040]
kind: detection
level: medium
false_positives: >-
  Network monitoring that is set up.
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
    AND eventname IN ('CreateTrafficMirrorSession', 'ModifyTrafficMirrorSession')
    AND outcome = 'success'
ORDER BY eventtime, eventid
