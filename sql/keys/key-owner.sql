/*---
title: Whose access key this is
description: >-
  Who used the key, and which call issued it, when the scope holds that call: CreateAccessKey for a long-term key,
  AssumeRole or the like for a temporary one. A key of a console session was issued by no call that is logged.
parameters:
  access_key: {type: access-key, help: AKIA… or ASIA…, example: AKIAIOSFODNN7EXAMPLE}
mitre: [T1078.004]
---*/
SELECT
    CASE WHEN accesskeyid = :access_key THEN 'used by' ELSE 'issued by' END AS relation,
    principal,
    principal_type,
    source_account,
    issuer,
    CASE WHEN accesskeyid = :access_key THEN NULL ELSE eventname END AS issued_with,
    count(*) AS calls,
    min(eventtime) AS first_seen,
    max(eventtime) AS last_seen
FROM cloudtrail
WHERE accesskeyid = :access_key
    OR json_extract_scalar(responseelements, '$.accessKey.accessKeyId') = :access_key
    OR json_extract_scalar(responseelements, '$.credentials.accessKeyId') = :access_key
GROUP BY 1, 2, 3, 4, 5, 6
ORDER BY relation DESC, calls DESC, principal, issued_with
