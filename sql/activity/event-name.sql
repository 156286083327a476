/*---
title: All calls of one action
description: In time order, with who called, from where, for what, and how it ended. The name is exact, as in the API.
parameters:
  event_name: {type: event-name, help: the API action, example: RunInstances}
  event_source: {type: event-source, optional: true, help: the service, example: ec2.amazonaws.com}
---*/
SELECT
    eventtime,
    principal,
    sourceipaddress,
    awsregion,
    errorcode,
    requestparameters,
    responseelements,
    eventsource,
    accesskeyid,
    recipientaccountid AS account,
    useragent,
    eventid
FROM cloudtrail
WHERE eventname = :event_name
    AND (:event_source IS NULL OR eventsource = :event_source)
ORDER BY eventtime, eventid
