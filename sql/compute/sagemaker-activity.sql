/*---
title: Use and changes of SageMaker
description: >-
  Notebooks, jobs, models and endpoints. A presigned notebook URL or a lifecycle configuration is a shell with the
  role of the notebook.
parameters:
  reads: {type: boolean, default: false, help: true adds calls that only read}
mitre: [T1059, T1496]
---*/
SELECT
    eventtime,
    eventname,
    target,
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
WHERE eventsource = 'sagemaker.amazonaws.com'
    AND (:reads OR readonly IS NULL OR readonly <> 'true')
ORDER BY eventtime, eventid
