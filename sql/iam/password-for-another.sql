/*---
title: Console password set for another user
description: >-
  Someone created or changed the console password of another user, and can sign in as that user.
mitre: [T1098.001, T1098]
kind: detection
level: medium
false_positives: >-
  Help desks that reset passwords, and new users.
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
    AND eventname IN ('CreateLoginProfile', 'UpdateLoginProfile')
    AND outcome = 'success'
    AND json_extract_scalar(requestparameters, '$.userName') <> coalesce(useridentity.username, '')
ORDER BY eventtime, eventid
