/*---
title: Console sign-in with federated credentials of a user
description: >-
  A user's long-term key was turned into a console session with GetFederationToken: how stolen keys get to the console
  without a password or MFA.
mitre: [T1550.001, T1078.004]
kind: detection
level: high
false_positives: >-
  Home-made sign-in portals that call GetFederationToken.
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
WHERE eventsource = 'signin.amazonaws.com'
    AND eventname = 'ConsoleLogin'
    AND useridentity.type = 'FederatedUser'
    AND json_extract_scalar(responseelements, '$.ConsoleLogin') = 'Success'
ORDER BY eventtime, eventid
