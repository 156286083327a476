/*---
title: Changes of KMS keys, policies and grants
description: >-
  Each change of a key, its policy, aliases and grants. Encrypt and Decrypt are left out unless reads=true. What is
  dangerous among them is in kms-risk.
parameters:
  key: {type: string, optional: true, help: only events that name this key, example: 1234abcd-12ab-34cd-56ef-1234567890ab}
  reads: {type: boolean, default: false, help: true adds calls that only read}
mitre: [T1485, T1098]
---*/
SELECT
    eventtime,
    eventname,
    target,
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
    AND (:reads OR readonly IS NULL OR readonly <> 'true')
    AND (:reads OR eventname NOT IN ('Encrypt', 'Decrypt', 'ReEncrypt', 'GenerateDataKey', 'GenerateDataKeyWithoutPlaintext'))
    AND (
        :key IS NULL
        OR strpos(requestparameters, :key) > 0
        OR strpos(responseelements, :key) > 0
    )
ORDER BY eventtime, eventid
