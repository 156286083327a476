/*---
title: Many failed console sign-ins from one address
description: >-
  One line for each address and account. AWS hides wrong user names: hidden counts the attempts with one, and they count as
  one user.
parameters:
  min_users: {type: integer, min: 0, default: 5, help: the least number of different users}
  min_failures: {type: integer, min: 0, default: 10, help: or the least number of failures}
mitre: [T1110.003]
kind: detection
level: high
false_positives: >-
  One user who forgot the password, and offices behind one address.
---*/
SELECT
    sourceipaddress,
    recipientaccountid AS account,
    count(*) AS failures,
    count(DISTINCT useridentity.username) AS users,
    count(*) FILTER (WHERE useridentity.username = 'HIDDEN_DUE_TO_SECURITY_REASONS') AS hidden,
    array_join(slice(array_sort(array_agg(DISTINCT useridentity.username) FILTER (WHERE useridentity.username <> '')), 1, 10), ', ') AS names,
    min(eventtime) AS first_seen,
    max(eventtime) AS last_seen
FROM cloudtrail
WHERE eventsource = 'signin.amazonaws.com'
    AND eventname = 'ConsoleLogin'
    AND json_extract_scalar(responseelements, '$.ConsoleLogin') = 'Failure'
GROUP BY sourceipaddress, recipientaccountid
HAVING count(DISTINCT useridentity.username) >= :min_users
    OR count(*) >= :min_failures
ORDER BY failures DESC, sourceipaddress, account
