/*---
title: Certificates requested, imported, exported and deleted
description: >-
  AWS Certificate Manager and private certificate authorities. An exported private key lets its holder impersonate the
  site; deleted certificates take services down.
parameters:
  reads: {type: boolean, default: false, help: true adds calls that only read}
mitre: [T1588.004, T1649]
---*/
SELECT
    eventtime,
    eventname,
    eventsource,
    coalesce(
        json_extract_scalar(requestparameters, '$.certificateArn'),
        json_extract_scalar(requestparameters, '$.certificateAuthorityArn'),
        json_extract_scalar(requestparameters, '$.domainName')
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
WHERE eventsource IN ('acm.amazonaws.com', 'acm-pca.amazonaws.com')
    AND (:reads OR readonly IS NULL OR readonly <> 'true')
ORDER BY eventtime, eventid
