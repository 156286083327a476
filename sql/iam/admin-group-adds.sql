/*---
title: User added to an administrators group
description: By default, groups with admin in their name, whatever its case.
parameters:
  group: {type: pattern, default: '*admin*', help: the group's name}
mitre: [T1098.003]
kind: detection
level: high
false_positives: >-
  New administrators.
---*/
SELECT
    eventtime,
    json_extract_scalar(requestparameters, '$.userName') AS added,
    json_extract_scalar(requestparameters, '$.groupName') AS to_group,
    principal,
    sourceipaddress,
    errorcode,
    accesskeyid,
    recipientaccountid AS account,
    useragent,
    eventid
FROM cloudtrail
WHERE eventsource = 'iam.amazonaws.com'
    AND eventname = 'AddUserToGroup'
    AND lower(json_extract_scalar(requestparameters, '$.groupName')) LIKE lower(:group) ESCAPE '\'
ORDER BY eventtime, eventid
