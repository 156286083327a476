/*---
title: 'Stacks and pipelines: CloudFormation, CodeBuild, CodePipeline'
description: >-
  Who deployed or changed what deploys. A stack runs with the permissions of its role, and a build with those of the
  project.
parameters:
  reads: {type: boolean, default: false, help: true adds calls that only read}
mitre: [T1072, T1059]
---*/
SELECT
    eventtime,
    eventname,
    eventsource,
    coalesce(
        json_extract_scalar(requestparameters, '$.stackName'),
        json_extract_scalar(requestparameters, '$.projectName'),
        json_extract_scalar(requestparameters, '$.pipeline.name'),
        json_extract_scalar(requestparameters, '$.name')
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
WHERE eventsource IN ('cloudformation.amazonaws.com', 'codebuild.amazonaws.com', 'codepipeline.amazonaws.com')
    AND (:reads OR readonly IS NULL OR readonly <> 'true')
ORDER BY eventtime, eventid
