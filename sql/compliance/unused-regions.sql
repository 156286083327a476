/*---
title: Activity outside the Regions that are used
description: >-
  By Region, service and principal, leaving out AWS services; and Regions that were enabled. Global services are recorded in
  us-east-1: name it among the allowed ones, or see all of IAM here.
parameters:
  allowed_regions: {type: region, list: true, help: the Regions that are used, example: 'us-east-1,eu-central-1'}
  reads: {type: boolean, default: true, help: false leaves out calls that only read}
mitre: [T1535]
---*/
SELECT
    awsregion,
    eventsource,
    principal,
    count(*) AS calls,
    count(*) FILTER (WHERE readonly IS NULL OR readonly <> 'true') AS writes,
    count(errorcode) AS errors,
    array_join(slice(array_sort(array_agg(DISTINCT eventname) FILTER (WHERE eventname <> '')), 1, 10), ', ') AS names,
    array_join(slice(array_sort(array_agg(DISTINCT sourceipaddress) FILTER (WHERE sourceipaddress <> '')), 1, 10), ', ') AS addresses,
    min(eventtime) AS first_seen,
    max(eventtime) AS last_seen
FROM cloudtrail
WHERE (awsregion NOT IN (:allowed_regions) OR eventname = 'EnableRegion')
    AND useridentity.type <> 'AWSService'
    AND (:reads OR readonly IS NULL OR readonly <> 'true')
GROUP BY 1, 2, 3
ORDER BY writes DESC, calls DESC, awsregion, eventsource, principal
