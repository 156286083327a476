/*---
title: 'Changes of the organization: accounts, policies, administrators'
description: >-
  Accounts created, invited, moved or closed; policies attached or detached; delegated administrators and trusted
  services. Recorded in us-east-1 of the management account.
parameters:
  reads: {type: boolean, default: false, help: true adds calls that only read}
mitre: [T1098, T1484]
---*/
SELECT
    eventtime,
    eventname,
    eventsource,
    coalesce(
        json_extract_scalar(requestparameters, '$.accountId'),
        json_extract_scalar(requestparameters, '$.policyId'),
        json_extract_scalar(requestparameters, '$.targetId'),
        json_extract_scalar(requestparameters, '$.servicePrincipal')
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
WHERE eventsource IN ('organizations.amazonaws.com', 'account.amazonaws.com')
    AND (:reads OR readonly IS NULL OR readonly <> 'true')
ORDER BY eventtime, eventid
