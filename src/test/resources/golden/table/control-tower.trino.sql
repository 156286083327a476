CREATE TABLE "security"."cloudtrail_logs_files" (
  records array(row(
    "eventversion" varchar,
    "useridentity" row(
      "type" varchar,
      "principalid" varchar,
      "arn" varchar,
      "accountid" varchar,
      "invokedby" varchar,
      "accesskeyid" varchar,
      "username" varchar,
      "onbehalfof" row(
        "userid" varchar,
        "identitystorearn" varchar
      ),
      "sessioncontext" row(
        "attributes" row(
          "mfaauthenticated" varchar,
          "creationdate" varchar
        ),
        "sessionissuer" row(
          "type" varchar,
          "principalid" varchar,
          "arn" varchar,
          "accountid" varchar,
          "username" varchar
        ),
        "ec2roledelivery" varchar,
        "webidfederationdata" row(
          "federatedprovider" varchar,
          "attributes" map(varchar, varchar)
        ),
        "sourceidentity" varchar,
        "assumedroot" varchar
      ),
      "identityprovider" varchar,
      "credentialid" varchar,
      "invokedbydelegate" row(
        "accountid" varchar
      ),
      "inscopeof" row(
        "sourcearn" varchar,
        "sourceaccount" varchar,
        "issuertype" varchar,
        "credentialsissuedto" varchar
      )
    ),
    "eventtime" varchar,
    "eventsource" varchar,
    "eventname" varchar,
    "awsregion" varchar,
    "sourceipaddress" varchar,
    "useragent" varchar,
    "errorcode" varchar,
    "errormessage" varchar,
    "requestparameters" varchar,
    "responseelements" varchar,
    "additionaleventdata" varchar,
    "requestid" varchar,
    "eventid" varchar,
    "readonly" varchar,
    "resources" array(row(
      "arn" varchar,
      "accountid" varchar,
      "type" varchar
    )),
    "eventtype" varchar,
    "apiversion" varchar,
    "recipientaccountid" varchar,
    "serviceeventdetails" varchar,
    "sharedeventid" varchar,
    "vpcendpointid" varchar,
    "vpcendpointaccountid" varchar,
    "eventcategory" varchar,
    "addendum" row(
      "reason" varchar,
      "updatedfields" varchar,
      "originalrequestid" varchar,
      "originaleventid" varchar
    ),
    "sessioncredentialfromconsole" varchar,
    "edgedevicedetails" row(
      "type" varchar,
      "deviceid" varchar
    ),
    "tlsdetails" row(
      "tlsversion" varchar,
      "ciphersuite" varchar,
      "clientprovidedhostheader" varchar,
      "keyexchange" varchar
    ),
    "managementevent" varchar
  )),
  "account" varchar WITH (partition_projection_type = 'ENUM', partition_projection_values = ARRAY['111122223333']),
  "region" varchar WITH (partition_projection_type = 'ENUM', partition_projection_values = ARRAY['eu-west-1', 'us-east-1']),
  "day" varchar WITH (partition_projection_format = 'yyyy/MM/dd', partition_projection_interval = 1, partition_projection_interval_unit = 'DAYS', partition_projection_range = ARRAY['2024/01/01', 'NOW'], partition_projection_type = 'DATE')
)
WITH (
  format = 'OPENX_JSON',
  external_location = 's3://my-logs/o-a1b2c3d4e5/AWSLogs/o-a1b2c3d4e5/',
  partitioned_by = ARRAY['account', 'region', 'day'],
  partition_projection_enabled = true,
  partition_projection_location_template = 's3://my-logs/o-a1b2c3d4e5/AWSLogs/o-a1b2c3d4e5/${account}/CloudTrail/${region}/${day}/'
);

CREATE VIEW "security"."cloudtrail_logs" AS
SELECT
  record."eventversion",
  record."useridentity",
  record."eventtime",
  record."eventsource",
  record."eventname",
  record."awsregion",
  record."sourceipaddress",
  record."useragent",
  record."errorcode",
  record."errormessage",
  record."requestparameters",
  record."responseelements",
  record."additionaleventdata",
  record."requestid",
  record."eventid",
  record."readonly",
  record."resources",
  record."eventtype",
  record."apiversion",
  record."recipientaccountid",
  record."serviceeventdetails",
  record."sharedeventid",
  record."vpcendpointid",
  record."vpcendpointaccountid",
  record."eventcategory",
  record."addendum",
  record."sessioncredentialfromconsole",
  record."edgedevicedetails",
  record."tlsdetails",
  record."managementevent",
  file."account",
  file."region",
  file."day"
FROM "security"."cloudtrail_logs_files" AS file
CROSS JOIN UNNEST(file.records) AS record ("eventversion", "useridentity", "eventtime", "eventsource", "eventname", "awsregion", "sourceipaddress", "useragent", "errorcode", "errormessage", "requestparameters", "responseelements", "additionaleventdata", "requestid", "eventid", "readonly", "resources", "eventtype", "apiversion", "recipientaccountid", "serviceeventdetails", "sharedeventid", "vpcendpointid", "vpcendpointaccountid", "eventcategory", "addendum", "sessioncredentialfromconsole", "edgedevicedetails", "tlsdetails", "managementevent");
