/*---
title: Console sign-ins without MFA
description: >-
  Sign-ins of root and of IAM users that succeeded with a password alone. Sign-ins through SAML and Identity Center
  are left out: their MFA is not in CloudTrail.
mitre: [T1078.004]
kind: detection
level: medium
false_positives: >-
  Users for whom MFA is not required yet.
---*/
SELECT
    eventtime,
    coalesce(useridentity.username, useridentity.arn) AS username,
    useridentity.type AS type,
    sourceipaddress,
    useragent,
    useridentity.arn AS principal,
    recipientaccountid AS account,
    eventid
FROM cloudtrail
WHERE eventsource = 'signin.amazonaws.com'
    AND eventname = 'ConsoleLogin'
    AND useridentity.type IN ('IAMUser', 'Root')
    AND json_extract_scalar(responseelements, '$.ConsoleLogin') = 'Success'
    AND coalesce(json_extract_scalar(additionaleventdata, '$.MFAUsed'), 'No') <> 'Yes'
ORDER BY eventtime, eventid
