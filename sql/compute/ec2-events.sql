/*---
title: Every change in EC2
description: >-
  Who changed what, from where, and which instances the request or its response names; attempts that failed have an
  errorcode. Calls that only read are left out.
parameters:
  instance: {type: string, optional: true, help: only events that name this instance, example: i-0abcdef1234567890}
mitre: [T1578]
---*/
SELECT
    eventtime,
    eventname,
    principal,
    sourceipaddress,
    array_join(
        array_sort(array_distinct(regexp_extract_all(
            coalesce(requestparameters, '') || coalesce(responseelements, ''), '"instanceId" ?: ?"([^"]+)"', 1
        ))),
        ', '
    ) AS instances,
    awsregion,
    errorcode,
    accesskeyid,
    recipientaccountid AS account,
    useragent,
    requestparameters,
    eventid
FROM cloudtrail
WHERE eventsource = 'ec2.amazonaws.com'
    AND (readonly IS NULL OR readonly <> 'true')
    AND NOT regexp_like(eventname, '^(Describe|Get|List)')
    AND (
        :instance IS NULL
        OR strpos(requestparameters, :instance) > 0
        OR strpos(responseelements, :instance) > 0
    )
ORDER BY eventtime, eventid
