/*---
title: Changes to how people and machines from outside get in
description: >-
  Identity providers of IAM, trust anchors of Roles Anywhere, and whatever was changed in Identity Center and its directory.
  An identity provider that an intruder adds lets him in as anyone.
mitre: [T1484.002, T1556.007]
---*/
SELECT
    eventtime,
    eventsource,
    eventname,
    principal,
    sourceipaddress,
    errorcode,
    accesskeyid,
    recipientaccountid AS account,
    awsregion,
    useragent,
    requestparameters,
    eventid
FROM cloudtrail
WHERE (
        eventsource = 'iam.amazonaws.com'
        AND eventname IN (
            'CreateSAMLProvider', 'UpdateSAMLProvider', 'DeleteSAMLProvider', 'CreateOpenIDConnectProvider',
            'UpdateOpenIDConnectProviderThumbprint', 'AddClientIDToOpenIDConnectProvider',
            'RemoveClientIDFromOpenIDConnectProvider', 'DeleteOpenIDConnectProvider'
        )
    )
    OR (
        eventsource IN (
            'rolesanywhere.amazonaws.com', 'sso.amazonaws.com', 'sso-directory.amazonaws.com', 'identitystore.amazonaws.com'
        )
        AND (readonly IS NULL OR readonly <> 'true')
        AND NOT regexp_like(eventname, '^(Get|List|Describe|Search|Authenticate|Federate|Logout)')
    )
ORDER BY eventtime, eventid
