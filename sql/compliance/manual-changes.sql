/*---
title: Changes made by hand in the console
description: >-
  Where all should be made by code: writes whose session came from the console. Reads, sign-ins and what services did are left
  out.
parameters:
  principal: {type: principal, optional: true, help: 'only what this user, role or session did'}
---*/
SELECT
    eventtime,
    eventsource,
    eventname,
    principal,
    sourceipaddress,
    errorcode,
    awsregion,
    recipientaccountid AS account,
    requestparameters,
    eventid
FROM cloudtrail
WHERE is_console
    AND (readonly IS NULL OR readonly <> 'true')
    AND NOT regexp_like(eventname, '^(Get|List|Describe|Lookup|Search|Batch(Get|Describe|Check))')
    AND eventsource NOT IN ('signin.amazonaws.com', 'sso.amazonaws.com')
    AND useridentity.type <> 'AWSService'
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
