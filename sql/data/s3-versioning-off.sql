/*---
title: Versioning or MFA delete of a bucket turned off
description: >-
  Without versions, what is deleted or overwritten is gone; without MFA delete, a stolen key is enough to delete versions.
mitre: [T1490, T1485]
kind: detection
level: medium
false_positives: >-
  Buckets for temporary data.
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
WHERE eventsource = 's3.amazonaws.com'
    AND eventname = 'PutBucketVersioning'
    AND outcome = 'success'
    AND (
        json_extract_scalar(requestparameters, '$.VersioningConfiguration.Status') = 'Suspended'
        OR json_extract_scalar(requestparameters, '$.VersioningConfiguration.MfaDelete') = 'Disabled'
    )
ORDER BY eventtime, eventid
