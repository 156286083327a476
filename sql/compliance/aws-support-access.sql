/*---
title: What AWS Support looked at
description: The calls that AWS's support engineers and tools made in your accounts with the role that is theirs.
---*/
SELECT
    eventtime,
    eventsource,
    eventname,
    awsregion,
    errorcode,
    sourceipaddress,
    principal,
    recipientaccountid AS account,
    requestparameters,
    eventid
FROM cloudtrail
WHERE useridentity.sessioncontext.sessionissuer.username = 'AWSServiceRoleForSupport'
ORDER BY eventtime, eventid
