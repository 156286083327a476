/*---
title: Activity by account and Region
description: >-
  Where things happen. Writes in a Region that nobody uses deserve a look; IAM, the global endpoint of STS, CloudFront and
  most sign-ins are recorded in us-east-1, whoever calls.
chart: true
---*/
SELECT
    recipientaccountid AS account,
    awsregion,
    count(*) AS calls,
    count(*) FILTER (WHERE readonly IS NULL OR readonly <> 'true') AS writes,
    count(errorcode) AS errors,
    count(DISTINCT principal) AS principals,
    min(eventtime) AS first_seen,
    max(eventtime) AS last_seen
FROM cloudtrail
GROUP BY recipientaccountid, awsregion
ORDER BY calls DESC, account, awsregion
