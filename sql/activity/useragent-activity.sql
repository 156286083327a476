/*---
title: Who called with this software
description: >-
  By user agent, principal and address. Attack tools often name themselves, such as pacu, trufflehog, s3browser or kali;
  but a user agent is the caller's own words, so that its absence proves nothing.
parameters:
  pattern: {type: pattern, help: whatever its case, example: '*kali*'}
mitre: [T1059.009]
---*/
SELECT
    useragent,
    principal,
    sourceipaddress,
    count(*) AS calls,
    count(errorcode) AS errors,
    count(DISTINCT eventname) AS actions,
    min(eventtime) AS first_seen,
    max(eventtime) AS last_seen
FROM cloudtrail
WHERE lower(useragent) LIKE lower(:pattern) ESCAPE '\'
GROUP BY 1, 2, 3
ORDER BY calls DESC, useragent, principal, sourceipaddress
