/*---
title: Windows password of an instance read
description: >-
  GetPasswordData gives the encrypted administrator password; attempts that failed too.
mitre: [T1552, T1555]
kind: detection
level: medium
false_positives: >-
  Administrators of new Windows instances.
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
    AND eventname = 'GetPasswordData'
    AND coalesce(principal_type, '') NOT IN ('service', 'service-role')
ORDER BY eventtime, eventid
