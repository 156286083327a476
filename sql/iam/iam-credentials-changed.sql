/*---
title: Credentials made, changed and removed
description: >-
  Access keys, passwords, MFA devices, certificates and SSH keys of users. Without a user in the request, the call was about
  the caller's own.
parameters:
  user: {type: principal, optional: true, help: only the credentials of this user, example: alice}
mitre: [T1098.001, T1556.006]
---*/
SELECT
    eventtime,
    eventname,
    coalesce(
        json_extract_scalar(requestparameters, '$.userName'),
        json_extract_scalar(responseelements, '$.accessKey.userName'),
        useridentity.username
    ) AS of_user,
    coalesce(
        json_extract_scalar(responseelements, '$.accessKey.accessKeyId'),
        json_extract_scalar(requestparameters, '$.accessKeyId'),
        json_extract_scalar(requestparameters, '$.serialNumber')
    ) AS credential,
    json_extract_scalar(requestparameters, '$.status') AS status,
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
    AND eventname IN (
        'CreateAccessKey', 'UpdateAccessKey', 'DeleteAccessKey', 'CreateLoginProfile', 'UpdateLoginProfile',
        'DeleteLoginProfile', 'ChangePassword', 'CreateVirtualMFADevice', 'EnableMFADevice', 'ResyncMFADevice',
        'DeactivateMFADevice', 'DeleteVirtualMFADevice', 'UploadSigningCertificate', 'UpdateSigningCertificate',
        'DeleteSigningCertificate', 'UploadSSHPublicKey', 'UpdateSSHPublicKey', 'DeleteSSHPublicKey',
        'CreateServiceSpecificCredential', 'UpdateServiceSpecificCredential', 'ResetServiceSpecificCredential',
        'DeleteServiceSpecificCredential'
    )
    AND (:user IS NULL OR lower(:user) = lower(coalesce(
        json_extract_scalar(requestparameters, '$.userName'),
        json_extract_scalar(responseelements, '$.accessKey.userName'),
        useridentity.username
    )))
ORDER BY eventtime, eventid
