CREATE EXTERNAL TABLE `security`.`cloudtrail_logs` (
  `eventversion` string COMMENT 'Version of the record format.',
  `useridentity` struct<
    type: string,
    principalid: string,
    arn: string,
    accountid: string,
    invokedby: string,
    accesskeyid: string,
    username: string,
    onbehalfof: struct<
      userid: string,
      identitystorearn: string>,
    sessioncontext: struct<
      attributes: struct<
        mfaauthenticated: string,
        creationdate: string>,
      sessionissuer: struct<
        type: string,
        principalid: string,
        arn: string,
        accountid: string,
        username: string>,
      ec2roledelivery: string,
      webidfederationdata: struct<
        federatedprovider: string,
        attributes: map<string,string>>,
      sourceidentity: string,
      assumedroot: string>,
    identityprovider: string,
    credentialid: string,
    invokedbydelegate: struct<
      accountid: string>,
    inscopeof: struct<
      sourcearn: string,
      sourceaccount: string,
      issuertype: string,
      credentialsissuedto: string>> COMMENT 'Who made the request.',
  `eventtime` string COMMENT 'When the request completed, UTC, as 2026-11-01T10:00:00Z.',
  `eventsource` string COMMENT 'The service, such as iam.amazonaws.com.',
  `eventname` string COMMENT 'The API action, such as CreateUser.',
  `awsregion` string COMMENT 'The Region the request was made to.',
  `sourceipaddress` string COMMENT 'IP address of the caller, or the name of an AWS service.',
  `useragent` string COMMENT 'The caller\'s own words about its software: not to be trusted.',
  `errorcode` string COMMENT 'The error, when the request failed.',
  `errormessage` string COMMENT 'The error\'s description.',
  `requestparameters` string COMMENT 'What was asked for, as JSON text.',
  `responseelements` string COMMENT 'What changed, as JSON text; NULL for reads.',
  `additionaleventdata` string COMMENT 'What the service adds, as JSON text.',
  `requestid` string COMMENT 'The service\'s id of the request.',
  `eventid` string COMMENT 'Identity of the event; a repeated delivery has the same.',
  `readonly` string COMMENT '\'true\' when the action changes nothing.',
  `resources` array<struct<
    arn: string,
    accountid: string,
    type: string>> COMMENT 'The resources that the request accessed.',
  `eventtype` string COMMENT 'AwsApiCall, AwsServiceEvent, AwsConsoleSignIn, ...',
  `apiversion` string COMMENT 'API version of the request.',
  `recipientaccountid` string COMMENT 'Account that received this event.',
  `serviceeventdetails` string COMMENT 'Details of a service event, as JSON text.',
  `sharedeventid` string COMMENT 'Joins the copies of one action in several accounts.',
  `vpcendpointid` string COMMENT 'VPC endpoint that the request went through.',
  `vpcendpointaccountid` string COMMENT 'Account that owns that endpoint.',
  `eventcategory` string COMMENT 'Management, Data or NetworkActivity.',
  `addendum` struct<
    reason: string,
    updatedfields: string,
    originalrequestid: string,
    originaleventid: string> COMMENT 'Why the event came late or was sent again.',
  `sessioncredentialfromconsole` string COMMENT '\'true\' for console sessions.',
  `edgedevicedetails` struct<
    type: string,
    deviceid: string> COMMENT 'The edge device that served an S3 on Outposts request.',
  `tlsdetails` struct<
    tlsversion: string,
    ciphersuite: string,
    clientprovidedhostheader: string,
    keyexchange: string> COMMENT 'TLS of the request.',
  `managementevent` string COMMENT '\'true\' for management events.'
)
COMMENT 'CloudTrail logs in s3://my-logs/o-a1b2c3d4e5/AWSLogs/o-a1b2c3d4e5/, laid out by trailwise'
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
LOCATION 's3://my-logs/o-a1b2c3d4e5/AWSLogs/o-a1b2c3d4e5/'
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
  'storage.location.template' = 's3://my-logs/o-a1b2c3d4e5/AWSLogs/o-a1b2c3d4e5/${account}/CloudTrail/${region}/${day}/',
  'trailwise.table' = 'cloudtrail'
)
