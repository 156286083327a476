-- cloudtrail in a comment, 'cloudtrail' in a string
WITH recent AS (SELECT * FROM (SELECT * FROM "security"."cloudtrail_logs" WHERE account IN ('111122223333', '444455556666') AND region IN ('us-east-1') AND day BETWEEN '2026/11/01' AND '2026/11/02' AND eventtime >= '2026-11-01T00:00:00Z' AND eventtime < '2026-11-01T12:00:00Z') AS "cloudtrail"),
     cloudtrail AS (SELECT eventid FROM recent)
SELECT l.eventname, count(*)
FROM (SELECT * FROM "security"."cloudtrail_logs" WHERE account IN ('111122223333', '444455556666') AND region IN ('us-east-1') AND day BETWEEN '2026/11/01' AND '2026/11/02' AND eventtime >= '2026-11-01T00:00:00Z' AND eventtime < '2026-11-01T12:00:00Z') AS l
LEFT JOIN "cloudtrail" ON cloudtrail.eventid = l.eventid
WHERE l.sourceipaddress IN (SELECT sourceipaddress FROM (SELECT * FROM "security"."cloudtrail_logs" WHERE account IN ('111122223333', '444455556666') AND region IN ('us-east-1') AND day BETWEEN '2026/11/01' AND '2026/11/02' AND eventtime >= '2026-11-01T00:00:00Z' AND eventtime < '2026-11-01T12:00:00Z') AS "cloudtrail_logs")
GROUP BY 1

