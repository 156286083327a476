/*---
title: Instances terminated
description: Which, by whom and from where. An attempt that failed has an errorcode, and its instances live on.
parameters:
  principal: {type: principal, optional: true, help: 'only what this user, role or session did'}
mitre: [T1485, T1578.003]
---*/
SELECT
    eventtime,
    principal,
    sourceipaddress,
    array_join(
        array_sort(array_distinct(regexp_extract_all(
            coalesce(requestparameters, '') || coalesce(responseelements, ''), '"instanceId" ?: ?"([^"]+)"', 1
        ))),
        ', '
    ) AS instances,
    errorcode,
    awsregion,
    recipientaccountid AS account,
    accesskeyid,
    useragent,
    eventid
FROM cloudtrail
WHERE eventsource = 'ec2.amazonaws.com'
    AND eventname = 'TerminateInstances'
    AND (:principal IS NULL OR lower(:principal) IN (
        lower(useridentity.arn),
        lower(useridentity.username),
        lower(useridentity.type),
        lower(useridentity.principalid),
        lower(split_part(useridentity.principalid, ':', 2)),
        lower(split_part(split_part(useridentity.principalid, ':', 2), '@', 1)),
        lower(useridentity.sessioncontext.sessionissuer.arn),
        lower(useridentity.sessioncontext.sessionissuer.username)
    ))
ORDER BY eventtime, eventid
