/*---
title: Whole IAM configuration or credential report read
description: >-
  GetAccountAuthorizationDetails and the credential report give all users, roles, policies and keys at once.
mitre: [T1087.004, T1069.003]
kind: detection
level: low
false_positives: >-
  Security scanners, which call it every day from the same place.
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
    AND eventname IN ('GetAccountAuthorizationDetails', 'GetCredentialReport')
    AND coalesce(principal_type, '') NOT IN ('service', 'service-role')
ORDER BY eventtime, eventid
