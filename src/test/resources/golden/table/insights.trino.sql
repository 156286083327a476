CREATE TABLE "security"."cloudtrail_logs_insights_files" (
  records array(row(
    "eventversion" varchar,
    "eventtime" varchar,
    "awsregion" varchar,
    "eventid" varchar,
    "eventtype" varchar,
    "recipientaccountid" varchar,
    "sharedeventid" varchar,
    "eventcategory" varchar,
    "insightdetails" row(
      "state" varchar,
      "eventsource" varchar,
      "eventname" varchar,
      "insighttype" varchar,
      "errorcode" varchar,
      "insightcontext" row(
        "statistics" row(
          "baseline" row(
            "average" double
          ),
          "insight" row(
            "average" double
          ),
          "insightduration" double,
          "baselineduration" double
        ),
        "attributions" array(row(
          "attribute" varchar,
          "insight" array(row(
            "value" varchar,
            "average" double
          )),
          "baseline" array(row(
            "value" varchar,
            "average" double
          ))
        ))
      )
    )
  )),
  "account" varchar WITH (partition_projection_type = 'ENUM', partition_projection_values = ARRAY['111122223333']),
  "region" varchar WITH (partition_projection_type = 'ENUM', partition_projection_values = ARRAY['eu-west-1', 'us-east-1']),
  "day" varchar WITH (partition_projection_format = 'yyyy/MM/dd', partition_projection_interval = 1, partition_projection_interval_unit = 'DAYS', partition_projection_range = ARRAY['2024/01/01', 'NOW'], partition_projection_type = 'DATE')
)
WITH (
  format = 'OPENX_JSON',
  external_location = 's3://my-logs/AWSLogs/',
  partitioned_by = ARRAY['account', 'region', 'day'],
  partition_projection_enabled = true,
  partition_projection_location_template = 's3://my-logs/AWSLogs/${account}/CloudTrail-Insight/${region}/${day}/'
);

CREATE VIEW "security"."cloudtrail_logs_insights" AS
SELECT
  record."eventversion",
  record."eventtime",
  record."awsregion",
  record."eventid",
  record."eventtype",
  record."recipientaccountid",
  record."sharedeventid",
  record."eventcategory",
  record."insightdetails",
  file."account",
  file."region",
  file."day"
FROM "security"."cloudtrail_logs_insights_files" AS file
CROSS JOIN UNNEST(file.records) AS record ("eventversion", "eventtime", "awsregion", "eventid", "eventtype", "recipientaccountid", "sharedeventid", "eventcategory", "insightdetails");
