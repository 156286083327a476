/*---
title: DNS query logs of Route 53 Resolver turned off
description: >-
  The configuration that logs DNS queries was deleted, or a network taken out of it; attempts that failed too.
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
WHERE eventsource = 'route53resolver.amazonaws.com'
    AND eventname IN ('DeleteResolverQueryLogConfig', 'DisassociateResolverQueryLogConfig')
ORDER BY eventtime, eventid
