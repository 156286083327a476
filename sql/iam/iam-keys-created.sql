/*---
title: Access keys created
description: >-
  Each new long-term key, for whom and by whom. A key that one makes for someone else (for_another) is a common way to stay
  in an account. Then look at new_key with key-activity.
mitre: [T1098.001]
---*/
SELECT
    eventtime,
    json_extract_scalar(responseelements, '$.accessKey.accessKeyId') AS new_key,
    coalesce(
        json_extract_scalar(responseelements, '$.accessKey.userName'),
        json_extract_scalar(requestparameters, '$.userName'),
        useridentity.username
    ) AS for_user,
    principal,
    coalesce(json_extract_scalar(requestparameters, '$.userName'), useridentity.username)
        IS DISTINCT FROM useridentity.username AS for_another,
    sourceipaddress,
    errorcode,
    accesskeyid,
    recipientaccountid AS account,
    useragent,
    eventid
FROM cloudtrail
WHERE eventsource = 'iam.amazonaws.com'
    AND eventname = 'CreateAccessKey'
ORDER BY eventtime, eventid
