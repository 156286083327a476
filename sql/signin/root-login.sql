/*---
title: Root sign-ins, and root password and email changes
description: Console sign-ins of the root user, and resets and changes of its password and mail address.
mitre: [T1078.004, T1098]
kind: detection
level: high
false_positives: >-
  The few tasks that only root can do.
---*/
SELECT
    eventtime,
    eventname,
    coalesce(
        json_extract_scalar(responseelements, '$.ConsoleLogin'),
        json_extract_scalar(responseelements, '$.PasswordRecoveryRequested'),
        json_extract_scalar(responseelements, '$.PasswordRecoveryCompleted'),
        json_extract_scalar(responseelements, '$.PasswordUpdated'),
        json_extract_scalar(responseelements, '$.EmailUpdated')
    ) AS result,
    sourceipaddress,
    json_extract_scalar(additionaleventdata, '$.MFAUsed') AS mfa,
    errormessage,
    recipientaccountid AS account,
    useragent,
    eventid
FROM cloudtrail
WHERE eventsource = 'signin.amazonaws.com'
    AND useridentity.type = 'Root'
    AND eventname IN (
        'ConsoleLogin', 'PasswordRecoveryRequested', 'PasswordRecoveryCompleted', 'PasswordUpdated', 'EmailUpdated'
    )
ORDER BY eventtime, eventid
