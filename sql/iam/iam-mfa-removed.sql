/*---
title: MFA device deactivated or deleted
description: Devices deactivated or deleted; without a user in the request, the call was about the caller's own.
parameters:
  user: {type: principal, optional: true, help: only devices of this user, example: alice}
mitre: [T1556.006]
kind: detection
level: medium
false_positives: >-
  Lost and replaced devices.
---*/
SELECT
    eventtime,
    eventname,
    coalesce(json_extract_scalar(requestparameters, '$.userName'), useridentity.username) AS of_user,
    json_extract_scalar(requestparameters, '$.serialNumber') AS device,
    principal,
    sourceipaddress,
    errorcode,
    accesskeyid,
    recipientaccountid AS account,
    useragent,
    eventid
FROM cloudtrail
WHERE eventsource = 'iam.amazonaws.com'
    AND eventname IN ('DeactivateMFADevice', 'DeleteVirtualMFADevice')
    AND (:user IS NULL OR lower(:user) = lower(
        coalesce(json_extract_scalar(requestparameters, '$.userName'), useridentity.username)
    ))
ORDER BY eventtime, eventid
