/*---
title: Access key created for another user
description: >-
  Someone created a long-term key for a user other than themselves: a common way to stay in an account.
mitre: [T1098.001]
kind: detection
level: medium
false_positives: >-
  Administrators and infrastructure tools that create keys for applications.
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
    AND eventname = 'CreateAccessKey'
    AND outcome = 'success'
    AND json_extract_scalar(requestparameters, '$.userName') <> coalesce(useridentity.username, '')
ORDER BY eventtime, eventid
