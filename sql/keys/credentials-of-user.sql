/*---
title: Credentials of an IAM user, over time
description: >-
  Access keys, passwords, MFA devices, certificates and SSH keys of the user: created, changed, disabled and deleted,
  by whom.
parameters:
  user: {type: string, help: the name of the IAM user, example: alice}
mitre: [T1098.001]
---*/
SELECT
    eventtime,
    eventname,
    coalesce(json_extract_scalar(requestparameters, '$.userName'), useridentity.username) AS target,
    coalesce(
        json_extract_scalar(responseelements, '$.accessKey.accessKeyId'),
        json_extract_scalar(requestparameters, '$.accessKeyId'),
        json_extract_scalar(requestparameters, '$.serialNumber')
    ) AS credential,
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
WHERE eventsource = 'iam.amazonaws.com'
    AND regexp_like(
        eventname,
        '^(Create|Update|Delete|Reset|Enable|Deactivate|Upload|Resync|Change)'
        || '.*(AccessKey|LoginProfile|Password|MFADevice|SigningCertificate|SSHPublicKey|ServiceSpecificCredential)'
    )
    AND lower(coalesce(json_extract_scalar(requestparameters, '$.userName'), useridentity.username)) = lower(:user)
ORDER BY eventtime, eventid
