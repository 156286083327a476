/*---
title: Failed console sign-ins by user and address
description: >-
  With the sign-ins that succeeded beside them: many failures and then a success deserve a look at once. A wrong user name
  is hidden by AWS, and all wrong names count as one.
parameters:
  min_failures: {type: integer, min: 0, default: 1, help: the least number of failures}
mitre: [T1110]
---*/
SELECT
    coalesce(useridentity.username, useridentity.arn, useridentity.principalid) AS username,
    sourceipaddress,
    count(*) FILTER (WHERE json_extract_scalar(responseelements, '$.ConsoleLogin') = 'Failure') AS failures,
    count(*) FILTER (WHERE json_extract_scalar(responseelements, '$.ConsoleLogin') = 'Success') AS successes,
    max(CASE WHEN json_extract_scalar(responseelements, '$.ConsoleLogin') = 'Success' THEN eventtime END) AS last_success,
    min(eventtime) AS first_seen,
    max(eventtime) AS last_seen,
    array_join(slice(array_sort(array_agg(DISTINCT errormessage) FILTER (WHERE errormessage <> '')), 1, 10), ', ') AS messages
FROM cloudtrail
WHERE eventsource = 'signin.amazonaws.com'
    AND eventname = 'ConsoleLogin'
GROUP BY 1, 2
HAVING count(*) FILTER (WHERE json_extract_scalar(responseelements, '$.ConsoleLogin') = 'Failure') >= :min_failures
ORDER BY failures DESC, username, sourceipaddress
