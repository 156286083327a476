/*---
title: Trail records less than before
description: >-
  Management events, reads or writes, Regions or global services left out, validation off, or another bucket.
mitre: [T1562.008]
kind: detection
level: high
false_positives: >-
  Trails that are meant for data events alone, and moves of the log bucket.
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
WHERE eventsource = 'cloudtrail.amazonaws.com'
    AND eventname IN ('UpdateTrail', 'PutEventSelectors')
    AND outcome = 'success'
    AND (
        eventname = 'UpdateTrail'
        AND (
            json_extract_scalar(requestparameters, '$.s3BucketName') IS NOT NULL
            OR json_extract_scalar(requestparameters, '$.isMultiRegionTrail') = 'false'
            OR json_extract_scalar(requestparameters, '$.includeGlobalServiceEvents') = 'false'
            OR json_extract_scalar(requestparameters, '$.enableLogFileValidation') = 'false'
            OR json_extract_scalar(requestparameters, '$.isOrganizationTrail') = 'false'
        )
        OR eventname = 'PutEventSelectors'
        AND (
            regexp_like(
                requestparameters,
                '"includeManagementEvents" ?: ?false|"readWriteType" ?: ?"(Read|Write)Only"'
                    || '|"excludeManagementEventSources" ?: ?\[ ?"'
            )
            OR json_extract(requestparameters, '$.advancedEventSelectors[0]') IS NOT NULL
            AND strpos(requestparameters, '"Management"') = 0
        )
    )
ORDER BY eventtime, eventid
