SELECT count(*) FROM (SELECT * FROM "security"."cloudtrail_logs") AS "cloudtrail"
