/*---
title: Console sign-ins
description: >-
  Each attempt, with its result. mfa tells of MFA at AWS alone: a person who came through SAML or Identity Center shows No
  and may well have used it there. A failed attempt with a wrong name hides the name.
parameters:
  user: {type: principal, optional: true, help: 'a user, role or session, such as alice', example: alice}
mitre: [T1078.004]
---*/
SELECT
    eventtime,
    json_extract_scalar(responseelements, '$.ConsoleLogin') AS result,
    coalesce(useridentity.username, useridentity.arn, useridentity.principalid) AS username,
    principal_type,
    sourceipaddress,
    json_extract_scalar(additionaleventdata, '$.MFAUsed') AS mfa,
    errormessage,
    principal,
    awsregion,
    recipientaccountid AS account,
    useragent,
    eventid
FROM cloudtrail
WHERE eventsource = 'signin.amazonaws.com'
    AND eventname = 'ConsoleLogin'
    AND (:user IS NULL OR lower(:user) IN (
        lower(useridentity.username),
        lower(useridentity.arn),
        lower(useridentity.type),
        lower(split_part(useridentity.principalid, ':', 2)),
        lower(split_part(split_part(useridentity.principalid, ':', 2), '@', 1)),
        lower(useridentity.sessioncontext.sessionissuer.username)
    ))
ORDER BY eventtime, eventid
