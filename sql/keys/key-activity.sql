/*---
title: Everything an access key did
description: >-
  Each call that the key signed, in time order, with where it came from and how it ended: a call without errorcode
  succeeded. A temporary key (ASIA…) belongs to one session of a role or user, which principal names.
parameters:
  access_key: {type: access-key, help: AKIA… or ASIA…, example: AKIAIOSFODNN7EXAMPLE}
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
    recipientaccountid AS account,
    useragent,
    requestparameters,
    eventid
FROM cloudtrail
WHERE accesskeyid = :access_key
ORDER BY eventtime, eventid
