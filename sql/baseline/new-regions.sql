/*---
title: Regions that an account did not use before
description: >-
  Give a scope that begins some days before since: those days are the baseline, and both are read in one scan. Regions
  with calls of people and programs on or after since and none before it. Calls of AWS services are left out; global
  services are recorded in us-east-1.
parameters:
  since: {type: timestamp, help: what was seen before is known, example: '2026-11-01'}
mitre: [T1535]
---*/
SELECT
    awsregion,
    recipientaccountid AS account,
    count(*) AS calls,
    count(errorcode) AS errors,
    count(*) FILTER (WHERE readonly IS NULL OR readonly <> 'true') AS writes,
    array_join(slice(array_sort(array_agg(DISTINCT principal) FILTER (WHERE principal <> '')), 1, 10), ', ') AS principals,
    array_join(slice(array_sort(array_agg(DISTINCT service) FILTER (WHERE service <> '')), 1, 10), ', ') AS services,
    min(eventtime) AS first_seen,
    max(eventtime) AS last_seen
FROM cloudtrail
WHERE useridentity.type <> 'AWSService'
    AND useridentity.invokedby IS NULL
    AND awsregion IS NOT NULL
GROUP BY 1, 2
HAVING min(eventtime) >= :since
ORDER BY calls DESC, awsregion, account
