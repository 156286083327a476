/*---
title: Instances launched
description: >-
  With type, image and count. Large or graphics types, and Regions that nobody uses, are what miners of coins launch. Attempts
  that failed tell of what was wanted.
parameters:
  instance_type: {type: pattern, optional: true, help: only these types, example: 'p?.*'}
mitre: [T1496, T1578.002]
---*/
SELECT
    eventtime,
    eventname,
    awsregion,
    json_extract_scalar(requestparameters, '$.instanceType') AS instance_type,
    json_extract_scalar(requestparameters, '$.instancesSet.items[0].maxCount') AS wanted,
    array_join(
        array_sort(array_distinct(regexp_extract_all(
            coalesce(requestparameters, '') || coalesce(responseelements, ''), '"instanceId" ?: ?"([^"]+)"', 1
        ))),
        ', '
    ) AS instances,
    principal,
    sourceipaddress,
    errorcode,
    json_extract_scalar(requestparameters, '$.instancesSet.items[0].imageId') AS image,
    accesskeyid,
    recipientaccountid AS account,
    useragent,
    requestparameters,
    eventid
FROM cloudtrail
WHERE eventsource = 'ec2.amazonaws.com'
    AND eventname IN ('RunInstances', 'RequestSpotInstances', 'RequestSpotFleet', 'CreateFleet')
    AND (
        :instance_type IS NULL
        OR lower(json_extract_scalar(requestparameters, '$.instanceType')) LIKE lower(:instance_type) ESCAPE '\'
    )
ORDER BY eventtime, eventid
