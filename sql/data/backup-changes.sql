/*---
title: Backup plans, vaults and recovery points changed or deleted
description: >-
  AWS Backup. Recovery points deleted, vaults unlocked and plans removed are how ransomware makes sure that nothing
  can be restored. Restores and copies are here as well.
parameters:
  reads: {type: boolean, default: false, help: true adds calls that only read}
mitre: [T1490, T1485]
---*/
SELECT
    eventtime,
    eventname,
    coalesce(
        json_extract_scalar(requestparameters, '$.recoveryPointArn'),
        json_extract_scalar(requestparameters, '$.backupVaultName'),
        json_extract_scalar(requestparameters, '$.backupPlanId')
    ) AS target,
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
WHERE eventsource = 'backup.amazonaws.com'
    AND (:reads OR readonly IS NULL OR readonly <> 'true')
ORDER BY eventtime, eventid
