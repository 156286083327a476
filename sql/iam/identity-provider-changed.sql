/*---
title: Identity provider added or changed in IAM
description: >-
  Whoever controls a SAML or OpenID Connect provider can sign in as anyone that roles trust it for.
mitre: [T1484.002, T1556.007]
kind: detection
level: medium
false_positives: >-
  New EKS clusters and CI systems come with an OpenID Connect provider; SAML metadata is renewed from time to time.
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
    AND eventname IN (
        'CreateSAMLProvider', 'UpdateSAMLProvider', 'CreateOpenIDConnectProvider',
        'UpdateOpenIDConnectProviderThumbprint', 'AddClientIDToOpenIDConnectProvider'
    )
    AND outcome = 'success'
ORDER BY eventtime, eventid
