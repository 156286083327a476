/*---
title: Builds of a CodeBuild project made public
description: >-
  Everyone can read the logs and artifacts of the project's builds, with all that they print.
mitre: [T1567, T1530]
kind: detection
level: high
false_positives: >-
  Open source projects.
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
WHERE eventsource = 'codebuild.amazonaws.com'
    AND eventname = 'UpdateProjectVisibility'
    AND outcome = 'success'
    AND json_extract_scalar(requestparameters, '$.projectVisibility') = 'PUBLIC_READ'
ORDER BY eventtime, eventid
