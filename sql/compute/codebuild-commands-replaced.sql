/*---
title: Build commands of CodeBuild replaced
description: >-
  A project was given other build commands, or one build was started with commands other than those in its source. They
  run with the rights of the project's role.
mitre: [T1648, T1059.009]
kind: detection
level: medium
false_positives: >-
  Infrastructure tools that keep build commands in the project.
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
WHERE (
        eventsource = 'codebuild.amazonaws.com'
        AND eventname IN ('StartBuild', 'StartBuildBatch')
        AND json_extract_scalar(requestparameters, '$.buildspecOverride') IS NOT NULL
        OR eventsource = 'codebuild.amazonaws.com'
        AND eventname = 'UpdateProject'
        AND json_extract_scalar(requestparameters, '$.source.buildspec') IS NOT NULL
    )
    AND outcome = 'success'
ORDER BY eventtime, eventid
