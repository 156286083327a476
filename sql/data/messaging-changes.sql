/*---
title: Changes of SNS topics and SQS queues
description: >-
  Topics and queues created, opened by a policy, subscribed to or deleted. A subscription from outside receives
  whatever is published.
parameters:
  reads: {type: boolean, default: false, help: true adds calls that only read}
mitre: [T1537]
---*/
SELECT
    eventtime,
    eventname,
    eventsource,
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
WHERE eventsource IN ('sns.amazonaws.com', 'sqs.amazonaws.com')
    AND (:reads OR readonly IS NULL OR readonly <> 'true')
ORDER BY eventtime, eventid
