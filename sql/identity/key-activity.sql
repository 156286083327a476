/*---
title: Everything an access key did
description: >-
  Each call that the key signed, in time order, with where it came from and how it ended. An errorcode means that the
  call failed. Temporary keys (ASIA…) belong to a session: sessionissuer names the role or user behind it.
parameters:
  access_key: {type: access-key, help: the key's id, example: AKIAIOSFODNN7EXAMPLE}
mitre: [T1078.004]
---*/
SELECT
    eventtime,
    eventsource,
    eventname,
    awsregion,
    sourceipaddress,
    errorcode,
    useridentity.arn AS principal,
    useragent,
    requestparameters,
    recipientaccountid,
    eventid
FROM cloudtrail
WHERE useridentity.accesskeyid = :access_key
ORDER BY eventtime, eventid
