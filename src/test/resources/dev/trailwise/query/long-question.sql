-- who used a new key from a new place within an hour
WITH keys AS (
  SELECT
    json_extract_scalar(responseelements, '$.accessKey.accessKeyId') AS key,
    json_extract_scalar(requestparameters, '$.userName') AS name,
    useridentity.arn AS maker,
    from_iso8601_timestamp(eventtime) AS made
  FROM cloudtrail
  WHERE eventsource = 'iam.amazonaws.com'
    AND eventname = 'CreateAccessKey'
    AND errorcode IS NULL
),
uses AS (
  SELECT
    useridentity.accesskeyid AS key,
    sourceipaddress AS ip,
    awsregion,
    eventsource,
    eventname,
    from_iso8601_timestamp(eventtime) AS used,
    row_number() OVER (
      PARTITION BY useridentity.accesskeyid
      ORDER BY eventtime, eventid
    ) AS n,
    lag(sourceipaddress) OVER (
      PARTITION BY useridentity.accesskeyid
      ORDER BY eventtime, eventid
    ) AS ip_before
  FROM cloudtrail
  WHERE useridentity.accesskeyid LIKE 'AKIA%'
    AND sourceipaddress NOT LIKE '%.amazonaws.com'
)
SELECT
  k.key,
  k.name,
  k.maker,
  date_diff('minute', k.made, min(u.used)) AS minutes,
  array_join(array_agg(DISTINCT u.ip ORDER BY u.ip), ', ') AS ips,
  count_if(u.ip <> u.ip_before) AS moves,
  count(DISTINCT u.eventname) AS apis,
  CASE
    WHEN count(DISTINCT u.awsregion) > 3 THEN 'wide'
    WHEN bool_or(regexp_like(u.eventname, '^(Delete|Put|Attach)')) THEN 'writes'
    ELSE 'reads'
  END AS kind
FROM keys k
JOIN uses u ON u.key = k.key AND u.used BETWEEN k.made AND k.made + INTERVAL '1' HOUR
LEFT JOIN (SELECT DISTINCT useridentity.arn AS arn FROM cloudtrail WHERE eventname = 'ConsoleLogin') l
  ON l.arn = k.maker
WHERE l.arn IS NULL OR k.name IS NOT NULL
GROUP BY k.key, k.name, k.maker, k.made
HAVING count(*) > 1
ORDER BY minutes, k.key
