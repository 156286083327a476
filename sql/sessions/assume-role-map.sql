/*---
title: Who assumes which role
description: One line for each caller and role, services among them, with how often it failed.
parameters:
  role: {type: pattern, optional: true, help: 'the ARN or a part of it, whatever its case', example: '*role/Admin*'}
mitre: [T1078.004, T1550.001]
---*/
SELECT
    principal,
    eventname,
    json_extract_scalar(requestparameters, '$.roleArn') AS target,
    count(*) AS calls,
    count(errorcode) AS errors,
    array_join(slice(array_sort(array_agg(DISTINCT sourceipaddress) FILTER (WHERE sourceipaddress <> '')), 1, 10), ', ') AS addresses,
    min(eventtime) AS first_seen,
    max(eventtime) AS last_seen
FROM cloudtrail
WHERE eventsource = 'sts.amazonaws.com'
    AND eventname IN ('AssumeRole', 'AssumeRoleWithSAML', 'AssumeRoleWithWebIdentity')
    AND (:role IS NULL OR lower(json_extract_scalar(requestparameters, '$.roleArn')) LIKE lower(:role) ESCAPE '\')
GROUP BY 1, 2, 3
ORDER BY calls DESC, principal, eventname, target
