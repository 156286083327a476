/*---
title: Account taken out of its organization
description: >-
  Outside the organization its policies, its trail and its security services no longer hold; attempts that failed too.
mitre: [T1666, T1562.001]
kind: detection
level: high
false_positives: >-
  Accounts that are sold or moved.
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
WHERE eventsource = 'organizations.amazonaws.com'
    AND eventname IN ('LeaveOrganization', 'DeleteOrganization', 'RemoveAccountFromOrganization')
ORDER BY eventtime, eventid
