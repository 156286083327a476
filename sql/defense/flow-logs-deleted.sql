/*---
title: VPC flow logs deleted
description: >-
  Flow logs record the connections of networks; attempts that failed too.
mitre: [T1562.008]
kind: detection
level: high
false_positives: >-
  Networks that are taken down.
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
    AND eventname = 'DeleteFlowLogs'
ORDER BY eventtime, eventid
