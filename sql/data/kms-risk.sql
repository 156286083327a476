/*---
title: Encryption keys put at risk
description: >-
  Keys scheduled for deletion, disabled, given another policy, imported material or stores removed, and grants to principals
  of other accounts. Without its key, data is lost.
parameters:
  key: {type: string, optional: true, help: 'a key id, alias or ARN, or a part of one', example: 1234abcd-12ab-34cd-56ef-1234567890ab}
mitre: [T1485, T1486]
---*/
SELECT
    eventtime,
    eventname,
    coalesce(
        json_extract_scalar(requestparameters, '$.keyId'),
        json_extract_scalar(requestparameters, '$.targetKeyId'),
        json_extract_scalar(requestparameters, '$.aliasName'),
        json_extract_scalar(requestparameters, '$.customKeyStoreId')
    ) AS target,
    json_extract_scalar(requestparameters, '$.pendingWindowInDays') AS days_left,
    json_extract_scalar(requestparameters, '$.granteePrincipal') AS granted_to,
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
WHERE eventsource = 'kms.amazonaws.com'
    AND (
        eventname IN (
            'ScheduleKeyDeletion', 'CancelKeyDeletion', 'DisableKey', 'PutKeyPolicy', 'ImportKeyMaterial',
            'DeleteImportedKeyMaterial', 'DisableKeyRotation', 'DeleteAlias', 'UpdateAlias',
            'DisconnectCustomKeyStore', 'DeleteCustomKeyStore'
        )
        OR (
            eventname = 'CreateGrant'
            AND regexp_like(json_extract_scalar(requestparameters, '$.granteePrincipal'), '^arn:[^:]*:(iam|sts)::[0-9]{12}:')
            AND split_part(json_extract_scalar(requestparameters, '$.granteePrincipal'), ':', 5) <> recipientaccountid
        )
    )
    AND (
        :key IS NULL
        OR strpos(requestparameters, :key) > 0
        OR any_match(resources, r -> strpos(r.arn, :key) > 0)
    )
ORDER BY eventtime, eventid
