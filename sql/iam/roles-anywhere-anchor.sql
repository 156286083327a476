/*---
title: IAM Roles Anywhere trust anchor added or changed
description: >-
  A trust anchor lets holders of certificates of its authority assume roles from anywhere, without any AWS credentials.
mitre: [T1098.001, T1556]
kind: detection
level: high
false_positives: >-
  The introduction of Roles Anywhere, and renewals of its certificates.
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
WHERE eventsource = 'rolesanywhere.amazonaws.com'
    AND eventname IN ('CreateTrustAnchor', 'UpdateTrustAnchor', 'EnableTrustAnchor')
    AND outcome = 'success'
ORDER BY eventtime, eventid
