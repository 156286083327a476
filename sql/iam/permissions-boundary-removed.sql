/*---
title: Permissions boundary removed
description: >-
  Without its boundary, a user or role has all that its policies allow.
mitre: [T1098.003]
kind: detection
level: medium
false_positives: >-
  Changes of the way in which rights are delegated.
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
WHERE eventsource = 'iam.amazonaws.com'
    AND eventname IN ('DeleteUserPermissionsBoundary', 'DeleteRolePermissionsBoundary')
    AND outcome = 'success'
ORDER BY eventtime, eventid
