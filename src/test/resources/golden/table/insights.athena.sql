CREATE EXTERNAL TABLE `security`.`cloudtrail_logs_insights` (
  `eventversion` string COMMENT 'Version of the record format.',
  `eventtime` string COMMENT 'When the unusual activity began or ended, UTC, ISO 8601.',
  `awsregion` string COMMENT 'The Region of the activity.',
  `eventid` string COMMENT 'Identity of the event.',
  `eventtype` string COMMENT 'AwsCloudTrailInsight.',
  `recipientaccountid` string COMMENT 'Account that received this event.',
  `sharedeventid` string COMMENT 'Joins the start and the end of one insight.',
  `eventcategory` string COMMENT 'Insight.',
  `insightdetails` struct<
    state: string,
    eventsource: string,
    eventname: string,
    insighttype: string,
    errorcode: string,
    insightcontext: struct<
      statistics: struct<
        baseline: struct<
          average: double>,
        insight: struct<
          average: double>,
        insightduration: double,
        baselineduration: double>,
      attributions: array<struct<
        attribute: string,
        insight: array<struct<
          value: string,
          average: double>>,
        baseline: array<struct<
          value: string,
          average: double>>>>>> COMMENT 'What was unusual.'
)
COMMENT 'CloudTrail-Insight logs in s3://my-logs/AWSLogs/, laid out by trailwise'
PARTITIONED BY (
  `account` string COMMENT 'The account whose trail delivered the file; from the path.',
  `region` string COMMENT 'The Region whose events the file holds; from the path.',
  `day` string COMMENT 'The UTC day of delivery as yyyy/MM/dd; an event can be of the day before.'
)
ROW FORMAT SERDE 'org.apache.hive.hcatalog.data.JsonSerDe'
WITH SERDEPROPERTIES (
  'serialization.format' = '1'
)
STORED AS INPUTFORMAT 'com.amazon.emr.cloudtrail.CloudTrailInputFormat'
OUTPUTFORMAT 'org.apache.hadoop.hive.ql.io.HiveIgnoreKeyTextOutputFormat'
LOCATION 's3://my-logs/AWSLogs/'
TBLPROPERTIES (
  'classification' = 'cloudtrail',
  'projection.account.type' = 'enum',
  'projection.account.values' = '111122223333',
  'projection.day.format' = 'yyyy/MM/dd',
  'projection.day.interval' = '1',
  'projection.day.interval.unit' = 'DAYS',
  'projection.day.range' = '2024/01/01,NOW',
  'projection.day.type' = 'date',
  'projection.enabled' = 'true',
  'projection.region.type' = 'enum',
  'projection.region.values' = 'eu-west-1,us-east-1',
  'storage.location.template' = 's3://my-logs/AWSLogs/${account}/CloudTrail-Insight/${region}/${day}/',
  'trailwise.table' = 'insights'
)
