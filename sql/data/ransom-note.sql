/*---
title: Object named like a ransom note written
description: >-
  An object whose name asks to pay, or says how to get files back. Needs data events.
mitre: [T1486, T1657]
kind: detection
level: high
false_positives: >-
  Documents about ransomware.
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
WHERE eventsource = 's3.amazonaws.com'
    AND eventname = 'PutObject'
    AND outcome = 'success'
    AND regexp_like(
        json_extract_scalar(requestparameters, '$.key'),
        '(?i)ransom|(how|instructions?).{0,5}(to)?.{0,3}(decrypt|recover|restore)'
            || '|(decrypt|recover|restore).{0,3}(your|my|me|files|instructions)|(read.?me).{0,3}(now|decrypt|for.?decrypt)|your.?files.?(are|were)'
    )
ORDER BY eventtime, eventid
