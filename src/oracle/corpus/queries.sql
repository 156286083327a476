SELECT eventname, count(*) FROM cloudtrail GROUP BY eventname;
SELECT eventname, count(*) AS n FROM cloudtrail GROUP BY eventname ORDER BY n DESC, eventname LIMIT 10 -- ordered;
SELECT eventname, count(*) AS n FROM cloudtrail GROUP BY 1 ORDER BY 2 DESC, 1 -- ordered;
SELECT count(*) FROM cloudtrail;
SELECT count(*), count(errorcode), count(DISTINCT eventname), min(eventtime), max(eventtime) FROM cloudtrail;
SELECT * FROM (SELECT eventname, awsregion FROM cloudtrail WHERE eventname = 'ConsoleLogin');
SELECT eventtime, eventname, useridentity.arn, sourceipaddress FROM cloudtrail WHERE useridentity.type = 'Root' ORDER BY eventtime, eventid -- ordered;
SELECT useridentity.arn AS who, eventsource, eventname, count(*) AS n FROM cloudtrail WHERE errorcode IN ('AccessDenied', 'Client.UnauthorizedOperation') GROUP BY 1, 2, 3;
SELECT DISTINCT awsregion FROM cloudtrail;
SELECT sourceipaddress, array_agg(DISTINCT eventname ORDER BY eventname) AS names FROM cloudtrail GROUP BY sourceipaddress HAVING count(*) > 20;
SELECT date_trunc('hour', from_iso8601_timestamp(eventtime)) AS hour, count(*) AS n FROM cloudtrail GROUP BY 1 ORDER BY 1 -- ordered;
SELECT json_extract_scalar(requestparameters, '$.bucketName') AS bucket, count(*) FROM cloudtrail WHERE eventsource = 's3.amazonaws.com' GROUP BY 1;
SELECT eventid, r.arn, r.type FROM cloudtrail CROSS JOIN UNNEST(resources) AS r (arn, accountid, type);
SELECT eventid, arn FROM cloudtrail CROSS JOIN UNNEST(transform(resources, x -> x.arn)) AS t (arn);
SELECT eventid, r.arn FROM cloudtrail LEFT JOIN UNNEST(resources) AS r (arn, accountid, type) ON TRUE WHERE eventname = 'AssumeRole';
SELECT eventid, n, r.type FROM cloudtrail CROSS JOIN UNNEST(resources) WITH ORDINALITY AS r (arn, accountid, type, n);
SELECT eventname FROM cloudtrail WHERE EXISTS (SELECT 1 FROM UNNEST(resources) AS r (arn, accountid, type) WHERE r.type = 'AWS::S3::Bucket');
SELECT eventname FROM cloudtrail WHERE EXISTS (SELECT * FROM UNNEST(resources) AS r (arn, accountid, type) WHERE r.arn LIKE '%role%');
SELECT eventname FROM cloudtrail WHERE NOT EXISTS (SELECT 1 FROM UNNEST(resources) AS r (arn, accountid, type) WHERE r.arn IS NOT NULL);
SELECT count(*) FROM cloudtrail WHERE EXISTS (SELECT count(*) FROM UNNEST(resources) AS r (arn, accountid, type) WHERE r.arn = 'nothing');
SELECT eventid, k, v FROM cloudtrail CROSS JOIN UNNEST(map(ARRAY['name', 'region'], ARRAY[eventname, awsregion])) AS t (k, v) WHERE eventname = 'CreateUser';
SELECT a, b FROM UNNEST(ARRAY[1, 2, 3], ARRAY['x', 'y']) AS t (a, b);
SELECT t.x FROM UNNEST(sequence(1, 5)) AS t (x);
WITH logins AS (SELECT * FROM cloudtrail WHERE eventname = 'ConsoleLogin') SELECT useridentity.arn, count(*) FROM logins GROUP BY 1;
WITH a AS (SELECT eventname, count(*) AS n FROM cloudtrail GROUP BY eventname), b AS (SELECT avg(n) AS mean FROM a) SELECT a.eventname, a.n FROM a CROSS JOIN b WHERE a.n > b.mean;
WITH a (name, n) AS (SELECT eventname, count(*) FROM cloudtrail GROUP BY eventname) SELECT name FROM a WHERE n = (SELECT max(n) FROM a);
WITH cloudtrail AS (SELECT eventname FROM cloudtrail WHERE eventname LIKE 'Create%') SELECT eventname, count(*) FROM cloudtrail GROUP BY 1;
WITH a AS (WITH b AS (SELECT eventid, eventname FROM cloudtrail) SELECT * FROM b WHERE eventname = 'GetObject') SELECT count(*) FROM a;
SELECT a.eventname, b.eventname, count(*) FROM cloudtrail a JOIN cloudtrail b ON a.eventid = b.eventid GROUP BY 1, 2;
SELECT eventid, a.eventname FROM cloudtrail a JOIN (SELECT eventid, awsregion FROM cloudtrail WHERE errorcode IS NOT NULL) b USING (eventid);
SELECT a.useridentity.accesskeyid, count(*) FROM cloudtrail a JOIN (SELECT json_extract_scalar(responseelements, '$.credentials.accessKeyId') AS key FROM cloudtrail WHERE eventname = 'AssumeRole') k ON a.useridentity.accesskeyid = k.key GROUP BY 1;
SELECT a.eventname, b.n FROM (SELECT DISTINCT eventname FROM cloudtrail) a LEFT JOIN (SELECT eventname, count(*) AS n FROM cloudtrail WHERE errorcode IS NOT NULL GROUP BY 1) b ON a.eventname = b.eventname;
SELECT a.eventname, b.n FROM (SELECT eventname, count(*) AS n FROM cloudtrail WHERE errorcode IS NOT NULL GROUP BY 1) b RIGHT JOIN (SELECT DISTINCT eventname FROM cloudtrail) a ON a.eventname = b.eventname;
SELECT x, y FROM (VALUES 1, 2) AS a (x) FULL JOIN (VALUES 2, 3) AS b (y) ON a.x = b.y;
SELECT * FROM (VALUES (1, 'a'), (2, 'b')) AS a (x, n) FULL JOIN (VALUES (2, 'c'), (3, 'd')) AS b (x, m) USING (x);
SELECT * FROM (VALUES 1, 2) AS a (x), (VALUES 3) AS b (y);
SELECT eventname FROM cloudtrail WHERE useridentity.arn IN (SELECT useridentity.arn FROM cloudtrail WHERE eventname = 'CreateAccessKey');
SELECT count(*) FROM cloudtrail WHERE errorcode NOT IN (SELECT errorcode FROM cloudtrail WHERE errorcode IS NOT NULL);
SELECT count(*) FROM cloudtrail WHERE errorcode NOT IN (SELECT errorcode FROM cloudtrail);
SELECT eventname FROM cloudtrail c WHERE eventtime = (SELECT max(eventtime) FROM cloudtrail d WHERE d.eventname = c.eventname AND d.awsregion = c.awsregion) AND eventsource = 'iam.amazonaws.com';
SELECT eventname, (SELECT count(*) FROM cloudtrail) AS all_events FROM cloudtrail WHERE eventname = 'StopLogging';
SELECT eventname FROM cloudtrail WHERE eventtime >= ALL (SELECT eventtime FROM cloudtrail);
SELECT eventname FROM cloudtrail WHERE eventname = ANY (VALUES 'CreateUser', 'DeleteTrail');
SELECT eventname FROM cloudtrail WHERE awsregion = 'us-east-1' UNION SELECT eventname FROM cloudtrail WHERE awsregion = 'eu-west-1';
SELECT eventname FROM cloudtrail WHERE awsregion = 'us-east-1' INTERSECT SELECT eventname FROM cloudtrail WHERE awsregion = 'eu-west-1';
SELECT eventname FROM cloudtrail EXCEPT SELECT eventname FROM cloudtrail WHERE awsregion = 'us-east-1';
SELECT 'a' AS k, count(*) AS n FROM cloudtrail UNION ALL SELECT 'b', count(*) FROM insights ORDER BY k -- ordered;
(SELECT 1 AS x UNION ALL SELECT 2) UNION ALL (SELECT 3) ORDER BY x DESC LIMIT 2 -- ordered;
SELECT 1 AS x UNION SELECT 2.5;
SELECT eventname, row_number() OVER (PARTITION BY eventname ORDER BY eventtime, eventid) AS n FROM cloudtrail WHERE eventsource = 'iam.amazonaws.com';
SELECT * FROM (SELECT eventname, awsregion, count(*) AS n, rank() OVER (PARTITION BY awsregion ORDER BY count(*) DESC) AS place FROM cloudtrail GROUP BY eventname, awsregion) WHERE place <= 3;
SELECT eventid, lag(eventname) OVER (PARTITION BY useridentity.arn ORDER BY eventtime, eventid) AS before FROM cloudtrail WHERE useridentity.type = 'IAMUser';
SELECT eventid, lead(eventname, 1, 'none') OVER (PARTITION BY useridentity.arn ORDER BY eventtime, eventid) AS next FROM cloudtrail WHERE useridentity.type = 'IAMUser';
SELECT eventid, lag(errorcode) IGNORE NULLS OVER (PARTITION BY useridentity.arn ORDER BY eventtime, eventid) AS e FROM cloudtrail WHERE useridentity.type = 'IAMUser';
SELECT eventid, first_value(eventname) OVER w AS f, last_value(eventname) OVER w AS l, nth_value(eventname, 2) OVER w AS s FROM cloudtrail WHERE eventsource = 'iam.amazonaws.com' WINDOW w AS (PARTITION BY awsregion ORDER BY eventtime, eventid ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING);
SELECT eventid, count(*) OVER (PARTITION BY sourceipaddress ORDER BY eventtime, eventid ROWS BETWEEN 5 PRECEDING AND CURRENT ROW) AS recent FROM cloudtrail WHERE eventsource = 'iam.amazonaws.com';
SELECT eventid, dense_rank() OVER (ORDER BY eventname) AS d, percent_rank() OVER (ORDER BY eventname) AS p, cume_dist() OVER (ORDER BY eventname) AS c, ntile(4) OVER (ORDER BY eventtime, eventid) AS t FROM cloudtrail WHERE eventsource = 'iam.amazonaws.com';
SELECT hour, n, sum(n) OVER (ORDER BY hour) AS total FROM (SELECT substr(eventtime, 1, 13) AS hour, count(*) AS n FROM cloudtrail GROUP BY 1);
SELECT eventname, count(*) * 100.0 / sum(count(*)) OVER () AS percent FROM cloudtrail GROUP BY eventname;
SELECT eventname, round(100e0 * count(*) / sum(count(*)) OVER (), 2) AS percent FROM cloudtrail GROUP BY eventname;
SELECT eventname, count(*) FILTER (WHERE errorcode IS NOT NULL) AS failed, count_if(errorcode IS NULL) AS ok FROM cloudtrail GROUP BY 1;
SELECT awsregion, eventsource, count(*) FROM cloudtrail GROUP BY ROLLUP (awsregion, eventsource);
SELECT awsregion, eventsource, count(*) FROM cloudtrail GROUP BY CUBE (awsregion, eventsource);
SELECT awsregion, eventsource, count(*) FROM cloudtrail GROUP BY GROUPING SETS ((awsregion), (eventsource), ());
SELECT awsregion, count(*), grouping(awsregion) FROM cloudtrail GROUP BY ROLLUP (awsregion);
SELECT lower(eventname) AS eventname, count(*) FROM cloudtrail GROUP BY lower(eventname);
SELECT lower(awsregion) AS awsregion, count(*) FROM cloudtrail GROUP BY awsregion;
SELECT eventname AS n FROM cloudtrail GROUP BY eventname ORDER BY lower(n), n -- ordered;
SELECT eventname, count(*) AS n FROM cloudtrail GROUP BY eventname ORDER BY n + 1 DESC, length(eventname), eventname -- ordered;
SELECT errorcode, count(*) FROM cloudtrail GROUP BY errorcode ORDER BY errorcode -- ordered;
SELECT errorcode, count(*) FROM cloudtrail GROUP BY errorcode ORDER BY errorcode DESC -- ordered;
SELECT errorcode, count(*) FROM cloudtrail GROUP BY errorcode ORDER BY errorcode NULLS FIRST -- ordered;
SELECT eventid FROM cloudtrail ORDER BY eventtime DESC, eventid LIMIT 5 -- ordered;
SELECT eventid FROM cloudtrail ORDER BY eventtime, eventid OFFSET 3 ROWS FETCH FIRST 2 ROWS ONLY -- ordered;
SELECT eventid FROM cloudtrail ORDER BY eventtime, eventid OFFSET 3 LIMIT 4 -- ordered;
SELECT eventid FROM (SELECT eventid, eventtime FROM cloudtrail ORDER BY eventtime DESC, eventid LIMIT 20) ORDER BY eventid -- ordered;
SELECT max_by(eventname, eventtime || eventid), min_by(errorcode, eventtime || eventid) FROM cloudtrail;
SELECT useridentity.arn, max_by(eventname, eventtime || eventid, 2) FROM cloudtrail GROUP BY 1;
SELECT min(eventname, 3), max(eventname, 2) FROM cloudtrail;
SELECT histogram(awsregion) FROM cloudtrail;
SELECT map_agg(eventname, n) FROM (SELECT eventname, count(*) AS n FROM cloudtrail GROUP BY 1);
SELECT listagg(eventname, ', ') WITHIN GROUP (ORDER BY eventname) FROM (SELECT DISTINCT eventname FROM cloudtrail);
SELECT awsregion, array_join(array_agg(DISTINCT eventsource ORDER BY eventsource DESC), '; ') FROM cloudtrail GROUP BY 1;
SELECT bool_and(errorcode IS NULL), bool_or(errorcode IS NULL), every(eventid IS NOT NULL) FROM cloudtrail;
SELECT avg(length(eventname)), sum(length(eventname)), stddev(length(eventname)), variance(length(eventname)), avg(1.5) FROM cloudtrail;
SELECT sum(CAST(json_extract_scalar(additionaleventdata, '$.bytesTransferredOut') AS double)) FROM cloudtrail;
SELECT sum(TRY_CAST(json_extract_scalar(additionaleventdata, '$.bytesTransferredOut') AS bigint)) FROM cloudtrail;
SELECT arbitrary(account) IS NOT NULL, any_value(eventversion) IS NOT NULL FROM cloudtrail;
SELECT corr(length(eventname), length(eventsource)) FROM cloudtrail;
SELECT sum(x), avg(x), count(x), min(x), max(x) FROM (SELECT 1 AS x FROM cloudtrail WHERE eventname = 'nothing');
SELECT array_agg(eventname), sum(length(eventname)), count(*) FROM cloudtrail WHERE eventname = 'nothing';
SELECT TABLE_X.eventname FROM cloudtrail AS table_x WHERE table_x.eventname = 'CreateUser';
SELECT c.* FROM (SELECT eventname, awsregion FROM cloudtrail) c WHERE awsregion = 'us-east-1';
SELECT tlsdetails.* FROM cloudtrail WHERE eventname = 'GetObject';
SELECT a.eventname, d.n FROM cloudtrail a CROSS JOIN LATERAL (SELECT length(a.eventname) AS n) d WHERE a.eventname LIKE 'C%';
VALUES (1, 'a'), (2, NULL);
VALUES 1, 2.5, NULL;
SELECT * FROM (VALUES ROW(1, 'x'), (2, 'y')) AS t (a, b);
SELECT CASE WHEN count(*) > 0 THEN 'some' ELSE 'none' END FROM cloudtrail WHERE eventname = 'StopLogging';
SELECT 1 AS a, 2 AS a;
SELECT count(*) AS "Number of Events", max(eventtime) "latest" FROM cloudtrail;
SELECT eventname /* what */, -- how many
 count(*) FROM cloudtrail /* a /* b */ WHERE 1 = 1 GROUP BY eventname;
SELECT eventname FROM cloudtrail WHERE eventname = 'it''s';
SELECT day, count(*) FROM cloudtrail WHERE day = '2026/10/06' GROUP BY day;
SELECT day, count(*) FROM cloudtrail WHERE day BETWEEN '2026/10/06' AND '2026/10/07' AND region IN ('us-east-1', 'eu-west-1') GROUP BY day;
SELECT region, count(*) FROM cloudtrail WHERE account = '222233334444' AND eventtime >= '2026-10-06T00:00:00Z' AND eventtime < '2026-10-07T00:00:00Z' GROUP BY region;
SELECT count(*) FROM cloudtrail WHERE day >= date_format(DATE '2026-10-06', '%Y/%m/%d');
SELECT count(*) FROM cloudtrail WHERE from_iso8601_timestamp(eventtime) BETWEEN TIMESTAMP '2026-10-06 00:00:00 UTC' AND TIMESTAMP '2026-10-06 23:59:59 UTC';
SELECT count(*) FROM cloudtrail WHERE date(from_iso8601_timestamp(eventtime)) = DATE '2026-10-06';
SELECT count(*) FROM cloudtrail WHERE from_iso8601_timestamp(eventtime) > TIMESTAMP '2026-10-07 00:00:00 UTC' - INTERVAL '6' HOUR;
SELECT useridentity.arn, count(DISTINCT eventname) AS apis FROM cloudtrail WHERE regexp_like(eventname, '^(List|Describe|Get)') GROUP BY 1 HAVING count(DISTINCT eventname) > 5;
SELECT useridentity.arn, date_trunc('minute', from_iso8601_timestamp(eventtime)) AS minute, count(*) FROM cloudtrail GROUP BY 1, 2 HAVING count(*) > 3;
SELECT sourceipaddress, useragent, min(eventtime) AS first_seen, max(eventtime) AS last_seen FROM cloudtrail WHERE useridentity.accesskeyid LIKE 'AKIA%' GROUP BY sourceipaddress, useragent;
SELECT eventtime, json_extract_scalar(requestparameters, '$.userName') AS target, json_extract_scalar(responseelements, '$.accessKey.accessKeyId') AS new_key FROM cloudtrail WHERE eventname = 'CreateAccessKey';
SELECT element_at(split(useridentity.arn, '/'), 2) AS name, count(*) FROM cloudtrail WHERE useridentity.type = 'AssumedRole' GROUP BY 1;
SELECT i.instance FROM cloudtrail CROSS JOIN UNNEST(CAST(json_extract(responseelements, '$.instancesSet.items') AS array(json))) AS i (instance) WHERE eventname = 'RunInstances';
SELECT json_extract_scalar(i, '$.instanceId') FROM cloudtrail CROSS JOIN UNNEST(CAST(json_extract(responseelements, '$.instancesSet.items') AS array(json))) AS t (i) WHERE eventname = 'RunInstances';
SELECT eventname FROM cloudtrail WHERE useridentity.sessioncontext.attributes.mfaauthenticated = 'false' AND eventname = 'ConsoleLogin';
SELECT eventname, sourceipaddress FROM cloudtrail WHERE NOT regexp_like(sourceipaddress, '^(10\.|192\.168\.|172\.(1[6-9]|2[0-9]|3[01])\.)') AND sourceipaddress NOT LIKE '%.amazonaws.com' GROUP BY 1, 2;
SELECT count(*) FROM insights;
SELECT insightdetails.insighttype, insightdetails.insightcontext.statistics.insight.average, insightdetails.insightcontext.statistics.baselineduration FROM insights;
SELECT insightdetails.eventname, a.attribute, cardinality(a.insight) FROM insights CROSS JOIN UNNEST(insightdetails.insightcontext.attributions) AS a (attribute, insight, baseline);
SELECT eventname, vpcendpointid, count(*) FROM network_activity GROUP BY 1, 2;
SELECT edgedevicedetails FROM cloudtrail WHERE edgedevicedetails IS NOT NULL;
SELECT managementevent, readonly, count(*) FROM cloudtrail GROUP BY 1, 2;
SELECT useridentity.sessioncontext.webidfederationdata.federatedprovider, useridentity.sessioncontext.webidfederationdata.attributes FROM cloudtrail WHERE useridentity.type = 'WebIdentityUser' OR useridentity.sessioncontext.webidfederationdata IS NOT NULL;
SELECT recipientaccountid, useridentity.accountid, count(*) FROM cloudtrail WHERE useridentity.accountid <> recipientaccountid GROUP BY 1, 2;
SELECT eventid, count(*) FROM cloudtrail GROUP BY eventid HAVING count(*) > 1;
SELECT hour(from_iso8601_timestamp(eventtime)) AS h, day_of_week(from_iso8601_timestamp(eventtime)) AS d, count(*) FROM cloudtrail GROUP BY 1, 2;
SELECT x.eventname FROM (SELECT * FROM cloudtrail) x WHERE x.useridentity.username = 'nobody' OR x.eventname = 'DeleteTrail';
SELECT eventname FROM cloudtrail TABLESAMPLE BERNOULLI (100) WHERE eventname = 'x';
SELECT approx_distinct(awsregion) FROM cloudtrail WHERE awsregion = 'us-east-1';
SELECT 1 WHERE 1 = 2;
SELECT eventname FROM cloudtrail WHERE eventname IN ('a');
SELECT max(x) FROM (SELECT count(*) AS x FROM cloudtrail GROUP BY account, region);
SELECT region, n FROM (SELECT region, count(*) AS n FROM cloudtrail GROUP BY region) WHERE n > (SELECT avg(n) FROM (SELECT count(*) AS n FROM cloudtrail GROUP BY region));
SELECT s.first, count(*) FROM (SELECT useridentity.arn, min(eventtime) AS first FROM cloudtrail GROUP BY 1) s JOIN cloudtrail c ON c.useridentity.arn = s.arn AND c.eventtime = s.first GROUP BY 1;
SELECT coalesce(useridentity.username, useridentity.sessioncontext.sessionissuer.username, useridentity.invokedby, useridentity.type) AS who, count(*) FROM cloudtrail GROUP BY 1;
SELECT eventsource, eventname FROM cloudtrail GROUP BY eventsource, eventname HAVING min(eventtime) >= '2026-10-07T00:00:00Z';
SELECT count(*) FROM cloudtrail a, cloudtrail b WHERE a.eventid = b.sharedeventid;
SELECT substr(requestparameters, 1, 1), count(*) FROM cloudtrail GROUP BY 1;
SELECT count(*) FROM cloudtrail WHERE requestparameters LIKE '%bucket%';
SELECT eventname FROM cloudtrail WHERE json_extract_scalar(requestparameters, '$.policyDocument') LIKE '%"Action":"*"%' OR json_extract_scalar(requestparameters, '$.policyDocument') LIKE '%"Action": "*"%';
SELECT if(count(*) > 1, 'many', 'few') FROM cloudtrail;
SELECT DISTINCT eventname FROM cloudtrail ORDER BY eventname LIMIT 3 -- ordered;
SELECT eventname, count(*) FROM cloudtrail GROUP BY eventname ORDER BY count(*) DESC, eventname LIMIT 3 -- ordered;
SELECT eventname FROM cloudtrail GROUP BY eventname ORDER BY max(eventtime) DESC, eventname LIMIT 3 -- ordered;
SELECT DATE '2026-10-01' AS d, TIMESTAMP '2026-10-01 10:00:00' AS t, TIMESTAMP '2026-10-01 10:00:00 UTC' AS z, true AS b, NULL AS n, 1.5 AS p, 1e0 AS r, 'x' AS s;
SELECT day, count(*) FROM cloudtrail WHERE substr(day, 9, 2) = '06' GROUP BY day;
SELECT day, count(*) FROM cloudtrail WHERE day LIKE '2026/10/06' GROUP BY day;
SELECT day, count(*) FROM cloudtrail WHERE CAST(date_parse(day, '%Y/%m/%d') AS date) = DATE '2026-10-06' GROUP BY day;
SELECT region, count(*) FROM cloudtrail WHERE day = '2026/10/06' OR (day = '2026/10/07' AND region = 'us-east-1') GROUP BY region;
SELECT count(*) FROM cloudtrail WHERE account NOT IN ('111122223333') AND region <> 'us-east-1';
SELECT count(*) FROM cloudtrail WHERE day = date_format(DATE '2026-10-05' + INTERVAL '1' DAY, '%Y/%m/%d');
SELECT count(*) FROM cloudtrail WHERE day >= date_format(date_add('day', -365, current_date), '%Y/%m/%d');
SELECT count(*) FROM cloudtrail WHERE day > date_format(current_timestamp + INTERVAL '30' DAY, '%Y/%m/%d');
WITH recent AS (SELECT * FROM cloudtrail WHERE day = '2026/10/06'), old AS (SELECT * FROM cloudtrail WHERE day = '2026/10/05') SELECT r.eventname, count(*) FROM recent r LEFT JOIN (SELECT DISTINCT eventname FROM old) o ON r.eventname = o.eventname WHERE o.eventname IS NULL GROUP BY 1;
WITH e AS (SELECT *, from_iso8601_timestamp(eventtime) AS t FROM cloudtrail) SELECT a.eventname, b.eventname, count(*) FROM e a JOIN e b ON a.useridentity.accesskeyid = b.useridentity.accesskeyid AND b.t BETWEEN a.t AND a.t + INTERVAL '10' MINUTE WHERE a.eventname = 'GetCallerIdentity' GROUP BY 1, 2;
WITH logins AS (SELECT useridentity.arn AS arn, min(eventtime) AS first FROM cloudtrail WHERE eventname = 'ConsoleLogin' GROUP BY 1) SELECT l.arn, c.eventname, count(*) FROM logins l JOIN cloudtrail c ON c.useridentity.arn = l.arn AND c.eventtime > l.first GROUP BY 1, 2;
SELECT eventid, t, t - lag(t) OVER (PARTITION BY who ORDER BY t, eventid) AS gap FROM (SELECT eventid, useridentity.arn AS who, from_iso8601_timestamp(eventtime) AS t FROM cloudtrail WHERE eventsource = 'iam.amazonaws.com');
SELECT who, hour, n, avg(n) OVER (PARTITION BY who ORDER BY hour ROWS BETWEEN 3 PRECEDING AND 1 PRECEDING) AS before FROM (SELECT useridentity.arn AS who, date_trunc('hour', from_iso8601_timestamp(eventtime)) AS hour, count(*) AS n FROM cloudtrail WHERE useridentity.type = 'IAMUser' GROUP BY 1, 2);
SELECT * FROM (SELECT eventname, awsregion, row_number() OVER (PARTITION BY awsregion ORDER BY eventtime DESC, eventid) AS n FROM cloudtrail) WHERE n <= 2;
SELECT eventname FROM (SELECT eventname, count(*) AS n FROM cloudtrail WHERE errorcode = 'AccessDenied' GROUP BY eventname) WHERE n > 1 ORDER BY n DESC, eventname;
SELECT u.username, u.type, count(*) FROM (SELECT useridentity AS u FROM cloudtrail) GROUP BY 1, 2;
SELECT u.arn FROM (SELECT *, useridentity AS u FROM cloudtrail) WHERE u.type = 'Root';
SELECT x.useridentity.type, count(*) FROM (SELECT DISTINCT useridentity FROM cloudtrail) x GROUP BY 1;
SELECT count(*) FROM (SELECT useridentity FROM cloudtrail UNION SELECT useridentity FROM cloudtrail WHERE errorcode IS NOT NULL);
SELECT a.eventid, b.useridentity.arn FROM (SELECT * FROM cloudtrail WHERE eventname = 'AssumeRole') a LEFT JOIN (SELECT * FROM cloudtrail WHERE errorcode IS NOT NULL) b ON a.eventid = b.eventid;
WITH x AS (SELECT * FROM cloudtrail) SELECT tlsdetails.tlsversion, count(*) FROM x GROUP BY 1;
WITH x (a, b) AS (SELECT eventname, useridentity FROM cloudtrail) SELECT a, b.type, count(*) FROM x GROUP BY a, b.type;
SELECT eventname, useridentity.sessioncontext.sessionissuer.arn FROM cloudtrail WHERE useridentity.sessioncontext.sessionissuer IS NOT NULL;
SELECT json_extract_scalar(r, '$.arn'), count(*) FROM cloudtrail CROSS JOIN UNNEST(CAST(CAST(resources AS json) AS array(json))) AS t (r) GROUP BY 1;
SELECT p.item, count(*) FROM cloudtrail CROSS JOIN UNNEST(CAST(json_extract(requestparameters, '$.instancesSet.items') AS array(map(varchar, varchar)))) AS p (item) GROUP BY p.item['instanceId'], p.item;
SELECT eventid, i, n FROM cloudtrail CROSS JOIN UNNEST(split(eventsource, '.')) WITH ORDINALITY AS t (i, n) WHERE eventname = 'CreateUser';
SELECT e.eventname, r.arn FROM cloudtrail AS e, UNNEST(e.resources) AS r (arn, accountid, type) WHERE r.type LIKE 'AWS::S3%';
SELECT count(*) FROM cloudtrail c WHERE NOT EXISTS (SELECT 1 FROM cloudtrail d WHERE d.useridentity.arn = c.useridentity.arn AND d.eventname = 'ConsoleLogin');
SELECT eventname FROM cloudtrail c WHERE EXISTS (SELECT 1 FROM cloudtrail d WHERE d.eventid = c.eventid AND d.errorcode IS NOT NULL);
SELECT useridentity.arn, array_sort(array_agg(DISTINCT awsregion)), cardinality(array_agg(DISTINCT awsregion)) AS regions FROM cloudtrail GROUP BY 1 HAVING cardinality(array_agg(DISTINCT awsregion)) > 1;
SELECT arn, map_agg(eventname, n) AS calls FROM (SELECT useridentity.arn AS arn, eventname, count(*) AS n FROM cloudtrail WHERE eventsource = 'iam.amazonaws.com' GROUP BY 1, 2) GROUP BY 1;
SELECT sourceipaddress, count(*) AS n, count(DISTINCT useridentity.arn) AS who, min(from_iso8601_timestamp(eventtime)) AS first, max(from_iso8601_timestamp(eventtime)) AS last FROM cloudtrail WHERE regexp_like(sourceipaddress, '^[0-9.]+$') GROUP BY 1 ORDER BY n DESC, sourceipaddress LIMIT 5;
SELECT split_part(useridentity.arn, '/', 1), count(*) FILTER (WHERE errorcode IS NOT NULL) * 1e0 / count(*) AS rate FROM cloudtrail GROUP BY 1;
SELECT date_diff('second', min(from_iso8601_timestamp(eventtime)), max(from_iso8601_timestamp(eventtime))) FROM cloudtrail;
SELECT format_datetime(from_iso8601_timestamp(eventtime), 'EEEE'), count(*) FROM cloudtrail GROUP BY 1;
SELECT eventsource, eventname, count(*) AS n FROM cloudtrail GROUP BY GROUPING SETS ((eventsource, eventname), (eventsource), ()) HAVING count(*) > 100;
SELECT COALESCE(errorcode, 'ok') AS errorcode, count(*) FROM cloudtrail GROUP BY errorcode ORDER BY 2 DESC, 1;
SELECT eventname, errorcode FROM cloudtrail WHERE (eventname, errorcode) IN (SELECT eventname, errorcode FROM cloudtrail WHERE awsregion = 'eu-west-1');
SELECT (SELECT count(*) FROM cloudtrail d WHERE d.eventname = x.eventname) AS n, eventname FROM (SELECT DISTINCT eventname FROM cloudtrail WHERE eventsource = 'iam.amazonaws.com') x;
SELECT approx_percentile(length(eventname), 0e0), approx_percentile(length(eventname), 1e0), approx_distinct(awsregion) FROM cloudtrail;
SELECT round(avg(length(eventname)), 2), round(100.0 * count(errorcode) / count(*), 2), round(100e0 * count(errorcode) / count(*), 2) FROM cloudtrail;
SELECT json_extract_scalar(requestparameters, '$.bucketName') AS b, count(*) FROM cloudtrail GROUP BY requestparameters;
SELECT json_extract_scalar(requestparameters, '$.bucketName') AS b, count(*) FROM cloudtrail GROUP BY json_extract_scalar(requestparameters, '$.bucketName');
SELECT eventname, json_extract_scalar(max_by(requestparameters, eventid), '$.bucketName') FROM cloudtrail GROUP BY eventname;
SELECT awsregion, TRY(count_if(errorcode IS NOT NULL) * 100 / count(*)) AS percent FROM cloudtrail GROUP BY awsregion;
SELECT TRY(CAST(substr(eventtime, 12, 2) AS integer)) AS h, count(*) FROM cloudtrail GROUP BY substr(eventtime, 12, 2);
SELECT TRY(CAST(eventname AS integer)) AS n, count(*) FROM cloudtrail GROUP BY TRY(CAST(eventname AS integer));
SELECT eventname, TRY(1 / (row_number() OVER (PARTITION BY eventname ORDER BY eventid) - 1)) AS n FROM cloudtrail;
SELECT TRY(10 / (SELECT count(*) FROM cloudtrail WHERE eventname = 'nothing')) AS n FROM cloudtrail;
SELECT eventname, count(*) FROM cloudtrail GROUP BY eventname HAVING TRY(CAST(max(sourceipaddress) AS ipaddress)) IS NOT NULL;
SELECT sourceipaddress, count(*) FROM cloudtrail GROUP BY sourceipaddress ORDER BY TRY_CAST(sourceipaddress AS ipaddress), sourceipaddress;
SELECT any_match(resources, r -> r.arn LIKE '%s3%') AS s3, count(*) FROM cloudtrail GROUP BY any_match(resources, r -> r.arn LIKE '%s3%');
SELECT eventname, n FROM (SELECT eventname, day, row_number() OVER (PARTITION BY day ORDER BY eventid) AS n FROM cloudtrail) WHERE n = 1 AND NOT (day >= '2026/10/07');
SELECT DISTINCT eventname FROM cloudtrail ORDER BY eventid;
SELECT DISTINCT eventname AS e FROM cloudtrail ORDER BY eventname;
SELECT DISTINCT lower(eventname) AS e FROM cloudtrail ORDER BY lower(eventname);
SELECT count(*) FROM cloudtrail WHERE (eventname, awsregion) IN (SELECT eventname, awsregion FROM cloudtrail WHERE awsregion = 'eu-west-1');
SELECT count(*) FROM cloudtrail WHERE (eventname, awsregion) NOT IN (SELECT eventname, awsregion FROM cloudtrail WHERE awsregion = 'eu-west-1');
SELECT eventname, multimap_agg(awsregion, eventid) FROM (SELECT * FROM cloudtrail WHERE eventname = 'ConsoleLogin' ORDER BY eventid LIMIT 1) GROUP BY eventname;
SELECT t.k, t.v FROM (VALUES 1) AS x(i) CROSS JOIN UNNEST(map_entries(MAP(ARRAY['a', 'b'], ARRAY[1, 2]))) AS t (k, v);
SELECT t.a, t.b FROM (VALUES 1) AS x(i) CROSS JOIN UNNEST(zip(ARRAY[1, 2], ARRAY['x', 'y'])) AS t (a, b);
SELECT eventname, avg(CAST(length(eventname) AS decimal(10,2))) FROM cloudtrail GROUP BY eventname;
SELECT useridentity.* FROM cloudtrail;

SELECT date_trunc('day', from_iso8601_timestamp(eventtime) AT TIME ZONE 'Asia/Tokyo') AS d, count(*) FROM cloudtrail GROUP BY date_trunc('day', from_iso8601_timestamp(eventtime) AT TIME ZONE 'Asia/Tokyo');
SELECT hour(from_iso8601_timestamp(eventtime) AT TIME ZONE 'America/Los_Angeles') AS h, count(*) FROM cloudtrail GROUP BY 1 ORDER BY 1;
SELECT eventname, n FROM (SELECT eventname, day, region, row_number() OVER (PARTITION BY day ORDER BY eventid) AS n FROM cloudtrail) WHERE n = 1 AND NOT (day IN ('2026/10/06', '2026/10/07'));
SELECT eventname, n FROM (SELECT eventname, day, region, row_number() OVER (PARTITION BY day ORDER BY eventid) AS n FROM cloudtrail) WHERE n = 1 AND day NOT IN ('2026/10/06', '2026/10/07');
SELECT eventname, n FROM (SELECT eventname, day, region, row_number() OVER (PARTITION BY day ORDER BY eventid) AS n FROM cloudtrail) WHERE n = 1 AND NOT (day BETWEEN '2026/10/06' AND '2026/10/07');
SELECT eventname, n FROM (SELECT eventname, day, region, row_number() OVER (PARTITION BY day ORDER BY eventid) AS n FROM cloudtrail) WHERE n = 1 AND NOT (day LIKE '2026/10/06%');
SELECT eventname, n FROM (SELECT eventname, day, region, row_number() OVER (PARTITION BY day ORDER BY eventid) AS n FROM cloudtrail) WHERE n = 1 AND NOT (day >= '2026/10/06' AND day < '2026/10/07');
SELECT eventname, n FROM (SELECT eventname, day, region, row_number() OVER (PARTITION BY day ORDER BY eventid) AS n FROM cloudtrail) WHERE n = 1 AND NOT (day = '2026/10/06' OR day = '2026/10/07');
SELECT eventname, n FROM (SELECT eventname, day, region, row_number() OVER (PARTITION BY day ORDER BY eventid) AS n FROM cloudtrail) WHERE n = 1 AND day <> '2026/10/06';
SELECT eventname, n FROM (SELECT eventname, day, region, row_number() OVER (PARTITION BY day ORDER BY eventid) AS n FROM cloudtrail) WHERE n = 1 AND NOT (NOT (day > '2026/10/06'));
SELECT eventname, n FROM (SELECT eventname, day, region, row_number() OVER (PARTITION BY day ORDER BY eventid) AS n FROM cloudtrail) WHERE n = 1 AND NOT (day IS NULL);
SELECT eventname, n FROM (SELECT eventname, day, region, row_number() OVER (PARTITION BY day ORDER BY eventid) AS n FROM cloudtrail) WHERE n = 1 AND NOT (substr(day, 9, 2) = '06');
SELECT eventname, n FROM (SELECT eventname, day, region, row_number() OVER (PARTITION BY day ORDER BY eventid) AS n FROM cloudtrail) WHERE n = 1 AND NOT (coalesce(day, '') = '2026/10/06');
SELECT eventname, n FROM (SELECT eventname, day, region, row_number() OVER (PARTITION BY day ORDER BY eventid) AS n FROM cloudtrail) WHERE n = 1 AND CASE WHEN day = '2026/10/06' THEN false ELSE true END;
SELECT eventname, n FROM (SELECT eventname, day, region, row_number() OVER (PARTITION BY day ORDER BY eventid) AS n FROM cloudtrail) WHERE n = 1 AND (day = '2026/10/06') = false;
SELECT eventname, n FROM (SELECT eventname, day, region, row_number() OVER (PARTITION BY day ORDER BY eventid) AS n FROM cloudtrail) WHERE n = 1 AND NOT (day = region);
SELECT eventname, n FROM (SELECT eventname, day, region, row_number() OVER (PARTITION BY day ORDER BY eventid) AS n FROM cloudtrail) WHERE n = 1 AND NOT regexp_like(day, '06$');
SELECT max(x), min(x), count(DISTINCT x), sum(x) FROM (VALUES 1e0, nan(), 2e0) AS t (x);
SELECT x FROM (VALUES 1e0, nan(), infinity(), -1e0) AS t (x) ORDER BY x;
SELECT x + CAST(1 AS tinyint) > CAST(5 AS tinyint) FROM (VALUES CAST(127 AS tinyint), CAST(1 AS tinyint)) AS t (x);
SELECT x * CAST(2 AS tinyint) = CAST(6 AS tinyint) FROM (VALUES CAST(127 AS tinyint), CAST(1 AS tinyint)) AS t (x);
SELECT CAST(-2 AS tinyint) - x = CAST(0 AS tinyint) FROM (VALUES CAST(127 AS tinyint), CAST(1 AS tinyint)) AS t (x);
SELECT x - CAST(2 AS tinyint) < CAST(5 AS tinyint) FROM (VALUES CAST(-127 AS tinyint), CAST(1 AS tinyint)) AS t (x);
SELECT sum(x + CAST(1 AS tinyint)) FROM (VALUES CAST(127 AS tinyint), CAST(1 AS tinyint)) AS t (x);
SELECT count(*) FROM (VALUES CAST(127 AS tinyint), CAST(1 AS tinyint)) AS t (x) WHERE x + CAST(1 AS tinyint) <> CAST(0 AS tinyint);
SELECT x FROM (VALUES CAST(127 AS tinyint), CAST(1 AS tinyint)) AS t (x) WHERE x + CAST(1 AS tinyint) BETWEEN CAST(1 AS tinyint) AND CAST(5 AS tinyint);
SELECT x FROM (VALUES CAST(127 AS tinyint), CAST(1 AS tinyint)) AS t (x) WHERE x + CAST(1 AS tinyint) IN (CAST(2 AS tinyint), CAST(3 AS tinyint));
SELECT avg(x + CAST(1 AS tinyint)), min(x - CAST(1 AS tinyint)) FROM (VALUES CAST(-127 AS tinyint), CAST(1 AS tinyint)) AS t (x);
SELECT -(-x - CAST(2 AS tinyint)) FROM (VALUES CAST(127 AS tinyint), CAST(1 AS tinyint)) AS t (x);
SELECT x + CAST(1 AS smallint) > CAST(5 AS smallint) FROM (VALUES CAST(32767 AS smallint), CAST(1 AS smallint)) AS t (x);
SELECT x * CAST(2 AS smallint) = CAST(6 AS smallint) FROM (VALUES CAST(32767 AS smallint), CAST(1 AS smallint)) AS t (x);
SELECT CAST(-2 AS smallint) - x = CAST(0 AS smallint) FROM (VALUES CAST(32767 AS smallint), CAST(1 AS smallint)) AS t (x);
SELECT x - CAST(2 AS smallint) < CAST(5 AS smallint) FROM (VALUES CAST(-32767 AS smallint), CAST(1 AS smallint)) AS t (x);
SELECT sum(x + CAST(1 AS smallint)) FROM (VALUES CAST(32767 AS smallint), CAST(1 AS smallint)) AS t (x);
SELECT count(*) FROM (VALUES CAST(32767 AS smallint), CAST(1 AS smallint)) AS t (x) WHERE x + CAST(1 AS smallint) <> CAST(0 AS smallint);
SELECT x FROM (VALUES CAST(32767 AS smallint), CAST(1 AS smallint)) AS t (x) WHERE x + CAST(1 AS smallint) BETWEEN CAST(1 AS smallint) AND CAST(5 AS smallint);
SELECT x FROM (VALUES CAST(32767 AS smallint), CAST(1 AS smallint)) AS t (x) WHERE x + CAST(1 AS smallint) IN (CAST(2 AS smallint), CAST(3 AS smallint));
SELECT avg(x + CAST(1 AS smallint)), min(x - CAST(1 AS smallint)) FROM (VALUES CAST(-32767 AS smallint), CAST(1 AS smallint)) AS t (x);
SELECT -(-x - CAST(2 AS smallint)) FROM (VALUES CAST(32767 AS smallint), CAST(1 AS smallint)) AS t (x);
SELECT x + CAST(1 AS integer) > CAST(5 AS integer) FROM (VALUES CAST(2147483647 AS integer), CAST(1 AS integer)) AS t (x);
SELECT x * CAST(2 AS integer) = CAST(6 AS integer) FROM (VALUES CAST(2147483647 AS integer), CAST(1 AS integer)) AS t (x);
SELECT CAST(-2 AS integer) - x = CAST(0 AS integer) FROM (VALUES CAST(2147483647 AS integer), CAST(1 AS integer)) AS t (x);
SELECT x - CAST(2 AS integer) < CAST(5 AS integer) FROM (VALUES CAST(-2147483647 AS integer), CAST(1 AS integer)) AS t (x);
SELECT sum(x + CAST(1 AS integer)) FROM (VALUES CAST(2147483647 AS integer), CAST(1 AS integer)) AS t (x);
SELECT count(*) FROM (VALUES CAST(2147483647 AS integer), CAST(1 AS integer)) AS t (x) WHERE x + CAST(1 AS integer) <> CAST(0 AS integer);
SELECT x FROM (VALUES CAST(2147483647 AS integer), CAST(1 AS integer)) AS t (x) WHERE x + CAST(1 AS integer) BETWEEN CAST(1 AS integer) AND CAST(5 AS integer);
SELECT x FROM (VALUES CAST(2147483647 AS integer), CAST(1 AS integer)) AS t (x) WHERE x + CAST(1 AS integer) IN (CAST(2 AS integer), CAST(3 AS integer));
SELECT avg(x + CAST(1 AS integer)), min(x - CAST(1 AS integer)) FROM (VALUES CAST(-2147483647 AS integer), CAST(1 AS integer)) AS t (x);
SELECT -(-x - CAST(2 AS integer)) FROM (VALUES CAST(2147483647 AS integer), CAST(1 AS integer)) AS t (x);
SELECT x + CAST(1 AS bigint) > CAST(5 AS bigint) FROM (VALUES CAST(9223372036854775807 AS bigint), CAST(1 AS bigint)) AS t (x);
SELECT x * CAST(2 AS bigint) = CAST(6 AS bigint) FROM (VALUES CAST(9223372036854775807 AS bigint), CAST(1 AS bigint)) AS t (x);
SELECT CAST(-2 AS bigint) - x = CAST(0 AS bigint) FROM (VALUES CAST(9223372036854775807 AS bigint), CAST(1 AS bigint)) AS t (x);
SELECT x - CAST(2 AS bigint) < CAST(5 AS bigint) FROM (VALUES CAST(-9223372036854775807 AS bigint), CAST(1 AS bigint)) AS t (x);
SELECT sum(x + CAST(1 AS bigint)) FROM (VALUES CAST(9223372036854775807 AS bigint), CAST(1 AS bigint)) AS t (x);
SELECT count(*) FROM (VALUES CAST(9223372036854775807 AS bigint), CAST(1 AS bigint)) AS t (x) WHERE x + CAST(1 AS bigint) <> CAST(0 AS bigint);
SELECT x FROM (VALUES CAST(9223372036854775807 AS bigint), CAST(1 AS bigint)) AS t (x) WHERE x + CAST(1 AS bigint) BETWEEN CAST(1 AS bigint) AND CAST(5 AS bigint);
SELECT x FROM (VALUES CAST(9223372036854775807 AS bigint), CAST(1 AS bigint)) AS t (x) WHERE x + CAST(1 AS bigint) IN (CAST(2 AS bigint), CAST(3 AS bigint));
SELECT avg(x + CAST(1 AS bigint)), min(x - CAST(1 AS bigint)) FROM (VALUES CAST(-9223372036854775807 AS bigint), CAST(1 AS bigint)) AS t (x);
SELECT -(-x - CAST(2 AS bigint)) FROM (VALUES CAST(9223372036854775807 AS bigint), CAST(1 AS bigint)) AS t (x);
SELECT sum(x + 1), sum(x), count(x + 1) FROM (VALUES 2147483646, 1) AS t (x);
SELECT map_agg(if(b, 9e15, CAST(NULL AS double)), CAST(ARRAY[] AS array(varchar))) OVER (ORDER BY id) FROM (VALUES (1, true), (2, false)) AS t (id, b);
SELECT map_agg(b, id) OVER (PARTITION BY b ORDER BY id), multimap_agg(b, id) OVER (ORDER BY id) FROM (VALUES (1, 'a'), (2, 'b'), (3, 'a'), (4, NULL)) AS t (id, b);
SELECT k, multimap_agg(k, id), map_agg(k, id) FROM (VALUES (1, 'a'), (2, 'b'), (3, 'a'), (4, NULL)) AS t (id, k) GROUP BY k;
SELECT day, eventname FROM cloudtrail ORDER BY day FETCH FIRST 1 ROW WITH TIES;
SELECT day, eventname FROM cloudtrail ORDER BY day DESC, eventname FETCH FIRST 3 ROWS WITH TIES;
SELECT day, eventname FROM cloudtrail ORDER BY 1, 2 DESC OFFSET 7 ROWS FETCH NEXT 5 ROWS WITH TIES;
SELECT x FROM (VALUES 3, 1, 2, 2, 2, 3, NULL) AS t (x) ORDER BY x NULLS FIRST FETCH FIRST 3 ROWS WITH TIES;
SELECT eventname, count(*) AS n FROM cloudtrail GROUP BY eventname ORDER BY n DESC FETCH FIRST 4 ROWS WITH TIES;
SELECT x FROM (VALUES 1, 2) AS t (x) FETCH FIRST 1 ROW WITH TIES;
SELECT count(*) FROM cloudtrail TABLESAMPLE BERNOULLI (100);
SELECT count(*) FROM cloudtrail AS c TABLESAMPLE BERNOULLI (0) WHERE c.day > '2026';
SELECT count(*) FROM (SELECT * FROM cloudtrail) AS c TABLESAMPLE BERNOULLI (100.0) JOIN cloudtrail USING (eventid);
SELECT count(*) BETWEEN 0 AND 451 FROM cloudtrail TABLESAMPLE BERNOULLI (12.5);
SELECT count(*) FROM cloudtrail TABLESAMPLE BERNOULLI (101);
SELECT eventid, r.arn, n FROM cloudtrail LEFT JOIN UNNEST(resources) WITH ORDINALITY AS r (arn, accountid, type, n) ON TRUE;
SELECT t.eventid, r.type, s.part FROM cloudtrail t, UNNEST(t.resources) AS r (arn, accountid, type), UNNEST(split(r.type, '::')) AS s (part);
SELECT x, y, z, w FROM (VALUES ARRAY[1], ARRAY[]) AS a (x) CROSS JOIN (VALUES ARRAY[3, 4], NULL) AS b (y) CROSS JOIN UNNEST(x, y) AS c (z, w);
SELECT x, y, z, w, n FROM (VALUES ARRAY[1], ARRAY[], NULL) AS a (x) CROSS JOIN (VALUES ARRAY[3, 4], NULL) AS b (y) LEFT JOIN UNNEST(x, y) WITH ORDINALITY AS c (z, w, n) ON TRUE;
SELECT eventid, r.arn, i FROM cloudtrail CROSS JOIN UNNEST(resources, ARRAY[1, 2, 3]) AS r (arn, accountid, type, i) WHERE eventname = 'AssumeRole';
SELECT eventid, (SELECT max(r.type) FROM UNNEST(t.resources) AS r (arn, accountid, type)) AS m FROM cloudtrail AS t;
SELECT c.eventname, r.arn, o.n FROM cloudtrail AS c CROSS JOIN UNNEST(c.resources) AS r (arn, accountid, type) JOIN (SELECT eventname, count(*) AS n FROM cloudtrail GROUP BY eventname) AS o ON o.eventname = c.eventname;
SELECT eventid, r.type FROM cloudtrail JOIN (SELECT eventid FROM cloudtrail WHERE eventname = 'AssumeRole') AS o USING (eventid) CROSS JOIN UNNEST(resources) AS r (arn, accountid, type);
SELECT t.eventid, k, v FROM (SELECT * FROM cloudtrail WHERE eventname = 'CreateUser') AS t LEFT JOIN UNNEST(map(ARRAY['name'], ARRAY[t.awsregion]), split(t.eventsource, '.')) AS u (k, v, part) ON TRUE;
SELECT x, z FROM (VALUES ARRAY[1]) AS a (x), (VALUES 2) AS b (y) CROSS JOIN UNNEST(x) AS c (z);
SELECT x, y, z FROM (VALUES ARRAY[1]) AS a (x), (VALUES 2) AS b (y), UNNEST(x) AS c (z);
SELECT y, z FROM (VALUES ARRAY[1]) AS a (x) JOIN UNNEST(x) AS c (z) ON z = 1;
SELECT z FROM (VALUES ARRAY[1]) AS a (x) INNER JOIN UNNEST(x) AS c (z) ON true;
SELECT json_value(requestparameters, 'lax $.bucketName') AS bucket, count(*) AS n FROM cloudtrail WHERE json_exists(requestparameters, 'lax $.bucketName') GROUP BY 1 ORDER BY 2 DESC, 1;
SELECT eventname, min(json_value(requestparameters, 'lax $.maxResults' RETURNING bigint DEFAULT -1 ON EMPTY)) FROM cloudtrail WHERE json_value(requestparameters, 'lax $.roleArn' DEFAULT '' ON EMPTY) NOT LIKE 'x%' GROUP BY eventname;
SELECT DISTINCT json_query(requestparameters, 'lax $.keyvalue().name' WITH ARRAY WRAPPER) AS names FROM cloudtrail WHERE day > '2026/01/01' ORDER BY 1;
SELECT eventid, useridentity.sessioncontext.sessionissuer.* FROM cloudtrail;
SELECT c.useridentity.* FROM cloudtrail c;
SELECT c.useridentity.sessioncontext.*, c.eventname FROM cloudtrail c ORDER BY c.eventid;
SELECT cloudtrail.useridentity.* FROM cloudtrail;
SELECT cloudtrail.useridentity.sessioncontext.sessionissuer.* FROM cloudtrail WHERE useridentity.type = 'AssumedRole';
SELECT (useridentity).* FROM cloudtrail;
SELECT (c.useridentity).* FROM cloudtrail c;
SELECT resources[1].* AS (a, "b", c) FROM cloudtrail WHERE cardinality(resources) > 0;
SELECT element_at(resources, 1).*, element_at(resources, 2).* FROM cloudtrail;
SELECT resources[1].* AS (a, b) FROM cloudtrail;
SELECT c.eventname.* FROM cloudtrail c;
SELECT nosuch.* FROM cloudtrail;
SELECT c.useridentity.arn.* FROM cloudtrail c;
SELECT useridentity.* FROM cloudtrail AS useridentity LIMIT 0;
SELECT (ROW(1, 'a')).*, (CAST(ROW(1, 'a') AS row(x bigint, y varchar))).*;
SELECT CAST(ROW(1, 'a') AS row(x bigint, y varchar)).* AS (p, q);
SELECT t.* AS (a, "b") FROM (VALUES (1, 2)) AS t (x, y);
SELECT a FROM (SELECT t.* AS (A, b) FROM (VALUES (1, 2)) AS t (x, y));
SELECT DISTINCT resources[1].* FROM cloudtrail WHERE cardinality(resources) > 0 ORDER BY arn;
SELECT c.useridentity.sessioncontext.sessionissuer.*, count(*) AS n FROM cloudtrail c GROUP BY useridentity.sessioncontext.sessionissuer;
SELECT c.useridentity.*, count(*) FROM cloudtrail c GROUP BY eventname;
SELECT arn, count(*) FROM (SELECT c.useridentity.*, day FROM cloudtrail c) WHERE day > '2026/01/01' GROUP BY arn;
SELECT username, day FROM (SELECT day, c.useridentity.sessioncontext.sessionissuer.* AS (t, p, a, i, username) FROM cloudtrail c) WHERE username LIKE '%a%' AND day BETWEEN '2026/01/01' AND '2099/01/01';
SELECT t.r.arn, t.r.* FROM (SELECT resources[1] AS r FROM cloudtrail WHERE cardinality(resources) > 0) AS t;
WITH issuers AS (SELECT eventname, c.useridentity.sessioncontext.sessionissuer.* FROM cloudtrail c) SELECT username, count(DISTINCT eventname) FROM issuers GROUP BY 1;
SELECT c.tlsdetails.*, eventid FROM cloudtrail c;
WITH RECURSIVE t(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM t WHERE n < 11) SELECT count(*), max(n) FROM t;
WITH RECURSIVE t(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM t) SELECT n FROM t WHERE n < 5;
WITH RECURSIVE t(n, p) AS (SELECT 1, 'a' UNION ALL SELECT n + 1, p || 'b' FROM t WHERE n < 3) SELECT * FROM t;
WITH RECURSIVE a(n) AS (SELECT 1), t(n) AS (SELECT n FROM a UNION SELECT x FROM t CROSS JOIN UNNEST(ARRAY[n + 1, n + 2]) AS u(x) WHERE n < 3) SELECT a.n, b.n FROM t AS a JOIN t AS b ON a.n = b.n + 1;
WITH RECURSIVE chain(name, n) AS (SELECT DISTINCT eventname, 1 FROM cloudtrail WHERE eventsource = 'sts.amazonaws.com' UNION ALL SELECT min(c.eventname), n + 1 FROM chain JOIN cloudtrail c ON c.eventname > name WHERE n < 4 GROUP BY n, name) SELECT name, n FROM chain;
WITH RECURSIVE t(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM t WHERE n < 3 AND n IN (WITH t AS (SELECT 1 AS n) SELECT n FROM t)) SELECT * FROM t;
SELECT histogram(x), histogram(DISTINCT x), max_by(n, x), max_by(n, x, 2), min_by(n, x, 2) FROM (VALUES (1, nan()), (2, 0.5e0), (3, nan()), (4, 2e0)) AS t (n, x);
SELECT array_agg(from_iso8601_timestamp(eventtime) AT TIME ZONE 'Asia/Tokyo' ORDER BY eventtime, eventid) FROM cloudtrail WHERE eventname = 'CreateUser';
SELECT hour(from_iso8601_timestamp(replace(eventtime, 'Z', if(eventname < 'D', '-05:30', if(eventname < 'L', '+02:00', 'Z'))))) AS h, count(*) FROM cloudtrail GROUP BY 1 ORDER BY 1;
SELECT date_trunc('hour', from_iso8601_timestamp(eventtime)) AS h, hour(date_trunc('hour', from_iso8601_timestamp(eventtime))), count(*), max(from_iso8601_timestamp(eventtime)) FROM cloudtrail GROUP BY date_trunc('hour', from_iso8601_timestamp(eventtime)) ORDER BY date_trunc('hour', from_iso8601_timestamp(eventtime)) DESC;
SELECT eventid, row_number() OVER (PARTITION BY date(from_iso8601_timestamp(replace(eventtime, 'Z', if(eventname < 'D', '-05:30', if(eventname < 'L', '+02:00', 'Z'))))) ORDER BY from_iso8601_timestamp(replace(eventtime, 'Z', if(eventname < 'D', '-05:30', if(eventname < 'L', '+02:00', 'Z')))), eventid) FROM cloudtrail ORDER BY from_iso8601_timestamp(replace(eventtime, 'Z', if(eventname < 'D', '-05:30', if(eventname < 'L', '+02:00', 'Z')))), 1;
SELECT eventname, hour(from_iso8601_timestamp(max(replace(eventtime, 'Z', if(eventname < 'D', '-05:30', if(eventname < 'L', '+02:00', 'Z')))))), count(DISTINCT from_iso8601_timestamp(replace(eventtime, 'Z', if(eventname < 'D', '-05:30', if(eventname < 'L', '+02:00', 'Z'))))) FROM cloudtrail GROUP BY eventname HAVING hour(from_iso8601_timestamp(min(replace(eventtime, 'Z', if(eventname < 'D', '-05:30', if(eventname < 'L', '+02:00', 'Z')))))) > 5;
SELECT sum(1 / (length(eventname) - 11)) FILTER (WHERE length(eventname) <> 11) FROM cloudtrail;
SELECT sum(1 / (length(eventname) - 11)) FILTER (WHERE length(eventname) <> 11), count(*) FROM cloudtrail;
SELECT sum(1 / (length(eventname) - 11)) FILTER (WHERE length(eventname) <> 11), count(*) FILTER (WHERE length(eventname) = 11) FROM cloudtrail;
SELECT array_agg(CAST(JSON '{}' AS array(varchar))) FILTER (WHERE eventname = 'none') FROM cloudtrail;
SELECT eventname, sum(1 / (length(eventname) - 11)) FILTER (WHERE length(eventname) <> 11) FROM cloudtrail GROUP BY eventname;
SELECT c.eventid, x.t, x.upper FROM cloudtrail AS c CROSS JOIN LATERAL (SELECT r.type, upper(r.arn || c.eventname) FROM UNNEST(c.resources) AS r (arn, accountid, type) WHERE r.type LIKE 'AWS%' AND c.region <> 'x') AS x (t, upper);
SELECT eventid, x.* FROM cloudtrail, LATERAL (SELECT n, arn AS a FROM UNNEST(resources) WITH ORDINALITY AS r (arn, accountid, type, n)) AS x WHERE x.n > 0;
SELECT c.eventid FROM cloudtrail c WHERE 'AWS::IAM::Role' IN (SELECT r.type FROM UNNEST(c.resources) AS r (arn, accountid, type));
SELECT max_by(n, x, 2), min_by(n, x, 2), max_by(n, y, 2), max_by(n, n, 2) FILTER (WHERE n > 3) FROM (VALUES (1, CAST(NULL AS double), CAST(NULL AS bigint)), (2, NULL, NULL)) AS t (n, x, y);
SELECT max_by(x, CAST(if(x = 3, nan(), x * 1e0) AS real)), max_by(x, CAST(if(x = 3, nan(), x * 1e0) AS real), 1), min_by(x, CAST(if(x = 1, nan(), x * 1e0) AS real)) FROM (VALUES 1, 2, 3) AS t (x);

SELECT TIMESTAMP '2026-11-01 10:00:00.000 UTC' BETWEEN parse_datetime(t, 'yyyy-MM-dd''T''HH:mm:ssZ') AND TIMESTAMP '2024-02-29 23:59:59.999 UTC' FROM (VALUES ('2026-10-31T23:30:00.250-0530')) AS v (t);
SELECT coalesce(a, reduce(ARRAY[1], parse_datetime(t, 'yyyy-MM-dd''T''HH:mm:ssZ'), (s, x) -> s, s -> 'never')) FROM (VALUES ('known', '2026-10-31T23:30:00.250-0530'), ('too', '')) AS v (a, t);
SELECT
    accesskeyid AS accesskeyid,
    principal AS principal,
    principal_type AS principal_type,
    source_account AS source_account,
    issuer AS issuer,
    session_name AS session_name,
    useridentity.username AS user_name,
    useridentity.sessioncontext.attributes.creationdate AS created,
    useridentity.sessioncontext.sourceidentity AS source_identity,
    coalesce(sessioncredentialfromconsole, 'false') AS console,
    sourceipaddress AS address,
    action AS action,
    coalesce(readonly, 'false') AS readonly,
    outcome AS outcome,
    CASE WHEN (eventsource = 'iam.amazonaws.com' AND eventname IN ('CreateAccessKey') AND nullif(errorcode, '') IS NULL) THEN json_extract_scalar(responseelements, '$.accessKey.accessKeyId') WHEN (eventsource = 'sts.amazonaws.com' AND eventname IN ('AssumeRole', 'AssumeRoleWithSAML', 'AssumeRoleWithWebIdentity', 'AssumeRoot') AND nullif(errorcode, '') IS NULL) THEN json_extract_scalar(responseelements, '$.credentials.accessKeyId') WHEN (eventsource = 'sts.amazonaws.com' AND eventname IN ('GetSessionToken', 'GetFederationToken') AND nullif(errorcode, '') IS NULL) THEN json_extract_scalar(responseelements, '$.credentials.accessKeyId') WHEN (eventsource = 'cognito-identity.amazonaws.com' AND eventname IN ('GetCredentialsForIdentity') AND nullif(errorcode, '') IS NULL) THEN json_extract_scalar(responseelements, '$.credentials.accessKeyId') WHEN (eventsource = 'rolesanywhere.amazonaws.com' AND eventname IN ('CreateSession') AND nullif(errorcode, '') IS NULL) THEN json_extract_scalar(responseelements, '$.credentialSet[0].credentials.accessKeyId') END AS issued_key,
    CASE WHEN (eventsource = 'iam.amazonaws.com' AND eventname IN ('CreateUser', 'CreateLoginProfile', 'UpdateLoginProfile') AND nullif(errorcode, '') IS NULL) THEN json_extract_scalar(requestparameters, '$.userName') END AS made_user,
    CASE WHEN (eventsource = 'ec2.amazonaws.com' AND eventname IN ('RunInstances') AND nullif(errorcode, '') IS NULL) THEN array_join(array_sort(array_distinct(regexp_extract_all(responseelements, '"instanceId":"(i-[0-9a-f]+)"', 1))), ',') WHEN (eventsource = 'ssm.amazonaws.com' AND eventname IN ('StartSession') AND nullif(errorcode, '') IS NULL) THEN json_extract_scalar(requestparameters, '$.target') WHEN (eventsource = 'ec2-instance-connect.amazonaws.com' AND eventname IN ('SendSSHPublicKey', 'SendSerialConsoleSSHPublicKey') AND nullif(errorcode, '') IS NULL) THEN json_extract_scalar(requestparameters, '$.instanceId') WHEN (eventsource = 'lambda.amazonaws.com' AND eventname IN ('CreateFunction20150331', 'UpdateFunctionCode20150331v2') AND nullif(errorcode, '') IS NULL) THEN regexp_extract(json_extract_scalar(requestparameters, '$.functionName'), '[^:]+$') END AS made_sessions,
    CASE WHEN (eventsource = 'signin.amazonaws.com' AND eventname IN ('ConsoleLogin', 'GetSigninToken', 'AuthorizeOAuth2Access', 'CreateOAuth2Token', 'CreateOAuth2TokenWithIAM') AND nullif(errorcode, '') IS NULL AND nullif(errormessage, '') IS NULL) THEN 'true' END AS signed_in,
    CASE WHEN (eventsource = 'signin.amazonaws.com' AND eventname IN ('SwitchRole') AND nullif(errorcode, '') IS NULL) THEN json_extract_scalar(additionaleventdata, '$.SwitchFrom') END AS switched_from,
    CASE WHEN (eventsource = 'iam.amazonaws.com' AND eventname IN ('CreateAccessKey') AND nullif(errorcode, '') IS NULL) OR (eventsource = 'sts.amazonaws.com' AND eventname IN ('AssumeRole', 'AssumeRoleWithSAML', 'AssumeRoleWithWebIdentity', 'AssumeRoot') AND nullif(errorcode, '') IS NULL) OR (eventsource = 'sts.amazonaws.com' AND eventname IN ('GetSessionToken', 'GetFederationToken') AND nullif(errorcode, '') IS NULL) OR (eventsource = 'cognito-identity.amazonaws.com' AND eventname IN ('GetCredentialsForIdentity') AND nullif(errorcode, '') IS NULL) OR (eventsource = 'rolesanywhere.amazonaws.com' AND eventname IN ('CreateSession') AND nullif(errorcode, '') IS NULL) OR (eventsource = 'iam.amazonaws.com' AND eventname IN ('CreateUser', 'CreateLoginProfile', 'UpdateLoginProfile') AND nullif(errorcode, '') IS NULL) OR (eventsource = 'ec2.amazonaws.com' AND eventname IN ('RunInstances') AND nullif(errorcode, '') IS NULL) OR (eventsource = 'ssm.amazonaws.com' AND eventname IN ('StartSession') AND nullif(errorcode, '') IS NULL) OR (eventsource = 'ec2-instance-connect.amazonaws.com' AND eventname IN ('SendSSHPublicKey', 'SendSerialConsoleSSHPublicKey') AND nullif(errorcode, '') IS NULL) OR (eventsource = 'lambda.amazonaws.com' AND eventname IN ('CreateFunction20150331', 'UpdateFunctionCode20150331v2') AND nullif(errorcode, '') IS NULL) OR (eventsource = 'signin.amazonaws.com' AND eventname IN ('ConsoleLogin', 'GetSigninToken', 'AuthorizeOAuth2Access', 'CreateOAuth2Token', 'CreateOAuth2TokenWithIAM') AND nullif(errorcode, '') IS NULL AND nullif(errormessage, '') IS NULL) OR (eventsource = 'signin.amazonaws.com' AND eventname IN ('SwitchRole') AND nullif(errorcode, '') IS NULL) THEN sharedeventid END AS shared_id,
    CASE WHEN (eventsource = 'iam.amazonaws.com' AND eventname IN ('CreateAccessKey') AND nullif(errorcode, '') IS NULL) OR (eventsource = 'sts.amazonaws.com' AND eventname IN ('AssumeRole', 'AssumeRoleWithSAML', 'AssumeRoleWithWebIdentity', 'AssumeRoot') AND nullif(errorcode, '') IS NULL) OR (eventsource = 'sts.amazonaws.com' AND eventname IN ('GetSessionToken', 'GetFederationToken') AND nullif(errorcode, '') IS NULL) OR (eventsource = 'cognito-identity.amazonaws.com' AND eventname IN ('GetCredentialsForIdentity') AND nullif(errorcode, '') IS NULL) OR (eventsource = 'rolesanywhere.amazonaws.com' AND eventname IN ('CreateSession') AND nullif(errorcode, '') IS NULL) OR (eventsource = 'iam.amazonaws.com' AND eventname IN ('CreateUser', 'CreateLoginProfile', 'UpdateLoginProfile') AND nullif(errorcode, '') IS NULL) OR (eventsource = 'ec2.amazonaws.com' AND eventname IN ('RunInstances') AND nullif(errorcode, '') IS NULL) OR (eventsource = 'ssm.amazonaws.com' AND eventname IN ('StartSession') AND nullif(errorcode, '') IS NULL) OR (eventsource = 'ec2-instance-connect.amazonaws.com' AND eventname IN ('SendSSHPublicKey', 'SendSerialConsoleSSHPublicKey') AND nullif(errorcode, '') IS NULL) OR (eventsource = 'lambda.amazonaws.com' AND eventname IN ('CreateFunction20150331', 'UpdateFunctionCode20150331v2') AND nullif(errorcode, '') IS NULL) OR (eventsource = 'signin.amazonaws.com' AND eventname IN ('ConsoleLogin', 'GetSigninToken', 'AuthorizeOAuth2Access', 'CreateOAuth2Token', 'CreateOAuth2TokenWithIAM') AND nullif(errorcode, '') IS NULL AND nullif(errormessage, '') IS NULL) OR (eventsource = 'signin.amazonaws.com' AND eventname IN ('SwitchRole') AND nullif(errorcode, '') IS NULL) THEN eventid END AS event_id,
    count(*) AS events,
    min(eventtime) AS first_seen,
    max(eventtime) AS last_seen
FROM cloudtrail
WHERE (accesskeyid IN ('AKIAIOSFODNN7EXAMPLE'))
    OR (CASE WHEN (eventsource = 'iam.amazonaws.com' AND eventname IN ('CreateAccessKey') AND nullif(errorcode, '') IS NULL) THEN json_extract_scalar(responseelements, '$.accessKey.accessKeyId') WHEN (eventsource = 'sts.amazonaws.com' AND eventname IN ('AssumeRole', 'AssumeRoleWithSAML', 'AssumeRoleWithWebIdentity', 'AssumeRoot') AND nullif(errorcode, '') IS NULL) THEN json_extract_scalar(responseelements, '$.credentials.accessKeyId') WHEN (eventsource = 'sts.amazonaws.com' AND eventname IN ('GetSessionToken', 'GetFederationToken') AND nullif(errorcode, '') IS NULL) THEN json_extract_scalar(responseelements, '$.credentials.accessKeyId') WHEN (eventsource = 'cognito-identity.amazonaws.com' AND eventname IN ('GetCredentialsForIdentity') AND nullif(errorcode, '') IS NULL) THEN json_extract_scalar(responseelements, '$.credentials.accessKeyId') WHEN (eventsource = 'rolesanywhere.amazonaws.com' AND eventname IN ('CreateSession') AND nullif(errorcode, '') IS NULL) THEN json_extract_scalar(responseelements, '$.credentialSet[0].credentials.accessKeyId') END IN ('AKIAI44QH8DHBEXAMPLE', 'ASIAASSUMEDR7EXAMPLE'))
    OR (principal_type = 'user' AND source_account || ':' || useridentity.username IN ('333344445555:carol'))
    OR (source_account || ':' || CASE WHEN (eventsource = 'iam.amazonaws.com' AND eventname IN ('CreateUser', 'CreateLoginProfile', 'UpdateLoginProfile') AND nullif(errorcode, '') IS NULL) THEN json_extract_scalar(requestparameters, '$.userName') END IN ('222233334444:svc-backup'))
    OR (source_account || ':' || session_name IN ('222233334444:orders-function'))
    OR (any_match(split(CASE WHEN (eventsource = 'ec2.amazonaws.com' AND eventname IN ('RunInstances') AND nullif(errorcode, '') IS NULL) THEN array_join(array_sort(array_distinct(regexp_extract_all(responseelements, '"instanceId":"(i-[0-9a-f]+)"', 1))), ',') WHEN (eventsource = 'ssm.amazonaws.com' AND eventname IN ('StartSession') AND nullif(errorcode, '') IS NULL) THEN json_extract_scalar(requestparameters, '$.target') WHEN (eventsource = 'ec2-instance-connect.amazonaws.com' AND eventname IN ('SendSSHPublicKey', 'SendSerialConsoleSSHPublicKey') AND nullif(errorcode, '') IS NULL) THEN json_extract_scalar(requestparameters, '$.instanceId') WHEN (eventsource = 'lambda.amazonaws.com' AND eventname IN ('CreateFunction20150331', 'UpdateFunctionCode20150331v2') AND nullif(errorcode, '') IS NULL) THEN regexp_extract(json_extract_scalar(requestparameters, '$.functionName'), '[^:]+$') END, ','), s -> source_account || ':' || s IN ('222233334444:i-0f1ee700000000012', '222233334444:orders-function')))
    OR ((principal IN ('arn:aws:iam::333344445555:role/partner-setup') OR issuer IN ('arn:aws:iam::333344445555:role/partner-setup')))
    OR (eventsource = 'signin.amazonaws.com' AND principal IN ('arn:aws:iam::222233334444:root'))
    OR (CASE WHEN (eventsource = 'signin.amazonaws.com' AND eventname IN ('SwitchRole') AND nullif(errorcode, '') IS NULL) THEN json_extract_scalar(additionaleventdata, '$.SwitchFrom') END IN ('arn:aws:iam::222233334444:user/it''s'))
    OR (sharedeventid IN ('no such id'))
    OR (sourceipaddress IN ('203.0.113.66'))
    OR (eventid IN ('no such id'))
    OR ((lower(useridentity.username) IN ('erin') OR lower(session_name) IN ('erin') OR lower(useridentity.sessioncontext.sourceidentity) IN ('erin')))
GROUP BY 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21
ORDER BY first_seen, last_seen, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21
LIMIT 1000 -- ordered;
