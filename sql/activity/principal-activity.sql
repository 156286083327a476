/*---
title: Everything a user, role or session did
description: >-
  In time order. A name or ARN of a user or role, or the name of a session, matches whole and whatever its case. Of a
  session named by a mail address, as in Identity Center, the part before the @ is enough. A role's name finds what was
  done in all of its sessions, and root what the root user did.
parameters:
  principal: {type: principal, help: 'a name or ARN of a user or role, or the name of a session', example: alice}
  reads: {type: boolean, default: true, help: false leaves out calls that only read}
mitre: [T1078.004]
---*/
SELECT
    eventtime,
    eventsource,
    eventname,
    awsregion,
    sourceipaddress,
    errorcode,
    principal,
    accesskeyid,
    recipientaccountid AS account,
    useragent,
    requestparameters,
    eventid
FROM cloudtrail
WHERE lower(:principal) IN (
    lower(useridentity.arn),
    lower(useridentity.username),
    lower(useridentity.type),
    lower(useridentity.principalid),
    lower(split_part(useridentity.principalid, ':', 2)),
    lower(split_part(split_part(useridentity.principalid, ':', 2), '@', 1)),
    lower(useridentity.sessioncontext.sessionissuer.arn),
    lower(useridentity.sessioncontext.sessionissuer.username)
)
    AND (:reads OR readonly IS NULL OR readonly <> 'true')
ORDER BY eventtime, eventid
