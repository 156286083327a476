/*---
title: Master password of a database changed
description: >-
  Whoever sets the master password can sign in to the database with all rights.
mitre: [T1098, T1531]
kind: detection
level: medium
false_positives: >-
  Rotation of passwords by hand. Secrets Manager rotates inside the database and is not seen here.
---*/
SELECT
    eventtime,
    action,
    principal,
    target,
    sourceipaddress,
    outcome,
    errorcode,
    accesskeyid,
    recipientaccountid AS account,
    awsregion,
    useragent,
    requestparameters,
    eventid
FROM cloudtrail
WHERE eventsource = 'rds.amazonaws.com'
    AND eventname IN ('ModifyDBInstance', 'ModifyDBCluster')
    AND outcome = 'success'
    AND json_extract_scalar(requestparameters, '$.masterUserPassword') IS NOT NULL
ORDER BY eventtime, eventid
