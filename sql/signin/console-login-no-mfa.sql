/*---
title: Console sign-ins without MFA
description: >-
  Sign-ins of root and of IAM users that succeeded with a password alone. Those who come through SAML or Identity Center
  prove themselves elsewhere and are left out.
mitre: [T1078.004]
kind: detection
level: medium
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
