/*---
title: Web firewall or its log removed
description: >-
  A web ACL of AWS WAF was deleted or taken off a resource, or its logging turned off.
mitre: [T1562.007, T1562.008]
kind: detection
level: medium
false_positives: >-
  Applications that are taken down or moved.
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
WHERE eventsource IN ('wafv2.amazonaws.com', 'waf.amazonaws.com', 'waf-regional.amazonaws.com')
    AND eventname IN ('DeleteLoggingConfiguration', 'DeleteWebACL', 'DisassociateWebACL')
    AND outcome = 'success'
ORDER BY eventtime, eventid
