variable "cloudtrail_logs_create_database" {
  description = "Create the Glue database security. Set to false when it exists or another table creates it."
  type        = bool
  default     = true
}

resource "aws_glue_catalog_database" "cloudtrail_logs" {
  count = var.cloudtrail_logs_create_database ? 1 : 0
  name  = "security"
}

resource "aws_glue_catalog_table" "cloudtrail_logs" {
  database_name = "security"
  name          = "cloudtrail_logs"
  description   = "CloudTrail logs in s3://my-logs/o-a1b2c3d4e5/AWSLogs/o-a1b2c3d4e5/, laid out by trailwise"
  table_type    = "EXTERNAL_TABLE"

  parameters = {
    "EXTERNAL"                     = "TRUE"
    "classification"               = "cloudtrail"
    "projection.account.type"      = "enum"
    "projection.account.values"    = "111122223333"
    "projection.day.format"        = "yyyy/MM/dd"
    "projection.day.interval"      = "1"
    "projection.day.interval.unit" = "DAYS"
    "projection.day.range"         = "2024/01/01,NOW"
    "projection.day.type"          = "date"
    "projection.enabled"           = "true"
    "projection.region.type"       = "enum"
    "projection.region.values"     = "eu-west-1,us-east-1"
    "storage.location.template"    = "s3://my-logs/o-a1b2c3d4e5/AWSLogs/o-a1b2c3d4e5/$${account}/CloudTrail/$${region}/$${day}/"
    "trailwise.table"              = "cloudtrail"
  }

  storage_descriptor {
    location      = "s3://my-logs/o-a1b2c3d4e5/AWSLogs/o-a1b2c3d4e5/"
    input_format  = "com.amazon.emr.cloudtrail.CloudTrailInputFormat"
    output_format = "org.apache.hadoop.hive.ql.io.HiveIgnoreKeyTextOutputFormat"

    ser_de_info {
      serialization_library = "org.apache.hive.hcatalog.data.JsonSerDe"

      parameters = {
        "serialization.format" = "1"
      }
    }

    columns {
      name    = "eventversion"
      type    = "string"
      comment = "Version of the record format."
    }

    columns {
      name    = "useridentity"
      type    = "struct<type:string,principalid:string,arn:string,accountid:string,invokedby:string,accesskeyid:string,username:string,onbehalfof:struct<userid:string,identitystorearn:string>,sessioncontext:struct<attributes:struct<mfaauthenticated:string,creationdate:string>,sessionissuer:struct<type:string,principalid:string,arn:string,accountid:string,username:string>,ec2roledelivery:string,webidfederationdata:struct<federatedprovider:string,attributes:map<string,string>>,sourceidentity:string,assumedroot:string>,identityprovider:string,credentialid:string,invokedbydelegate:struct<accountid:string>,inscopeof:struct<sourcearn:string,sourceaccount:string,issuertype:string,credentialsissuedto:string>>"
      comment = "Who made the request."
    }

    columns {
      name    = "eventtime"
      type    = "string"
      comment = "When the request completed, UTC, as 2026-11-01T10:00:00Z."
    }

    columns {
      name    = "eventsource"
      type    = "string"
      comment = "The service, such as iam.amazonaws.com."
    }

    columns {
      name    = "eventname"
      type    = "string"
      comment = "The API action, such as CreateUser."
    }

    columns {
      name    = "awsregion"
      type    = "string"
      comment = "The Region the request was made to."
    }

    columns {
      name    = "sourceipaddress"
      type    = "string"
      comment = "IP address of the caller, or the name of an AWS service."
    }

    columns {
      name    = "useragent"
      type    = "string"
      comment = "The caller's own words about its software: not to be trusted."
    }

    columns {
      name    = "errorcode"
      type    = "string"
      comment = "The error, when the request failed."
    }

    columns {
      name    = "errormessage"
      type    = "string"
      comment = "The error's description."
    }

    columns {
      name    = "requestparameters"
      type    = "string"
      comment = "What was asked for, as JSON text."
    }

    columns {
      name    = "responseelements"
      type    = "string"
      comment = "What changed, as JSON text; NULL for reads."
    }

    columns {
      name    = "additionaleventdata"
      type    = "string"
      comment = "What the service adds, as JSON text."
    }

    columns {
      name    = "requestid"
      type    = "string"
      comment = "The service's id of the request."
    }

    columns {
      name    = "eventid"
      type    = "string"
      comment = "Identity of the event; a repeated delivery has the same."
    }

    columns {
      name    = "readonly"
      type    = "string"
      comment = "'true' when the action changes nothing."
    }

    columns {
      name    = "resources"
      type    = "array<struct<arn:string,accountid:string,type:string>>"
      comment = "The resources that the request accessed."
    }

    columns {
      name    = "eventtype"
      type    = "string"
      comment = "AwsApiCall, AwsServiceEvent, AwsConsoleSignIn, ..."
    }

    columns {
      name    = "apiversion"
      type    = "string"
      comment = "API version of the request."
    }

    columns {
      name    = "recipientaccountid"
      type    = "string"
      comment = "Account that received this event."
    }

    columns {
      name    = "serviceeventdetails"
      type    = "string"
      comment = "Details of a service event, as JSON text."
    }

    columns {
      name    = "sharedeventid"
      type    = "string"
      comment = "Joins the copies of one action in several accounts."
    }

    columns {
      name    = "vpcendpointid"
      type    = "string"
      comment = "VPC endpoint that the request went through."
    }

    columns {
      name    = "vpcendpointaccountid"
      type    = "string"
      comment = "Account that owns that endpoint."
    }

    columns {
      name    = "eventcategory"
      type    = "string"
      comment = "Management, Data or NetworkActivity."
    }

    columns {
      name    = "addendum"
      type    = "struct<reason:string,updatedfields:string,originalrequestid:string,originaleventid:string>"
      comment = "Why the event came late or was sent again."
    }

    columns {
      name    = "sessioncredentialfromconsole"
      type    = "string"
      comment = "'true' for console sessions."
    }

    columns {
      name    = "edgedevicedetails"
      type    = "struct<type:string,deviceid:string>"
      comment = "The edge device that served an S3 on Outposts request."
    }

    columns {
      name    = "tlsdetails"
      type    = "struct<tlsversion:string,ciphersuite:string,clientprovidedhostheader:string,keyexchange:string>"
      comment = "TLS of the request."
    }

    columns {
      name    = "managementevent"
      type    = "string"
      comment = "'true' for management events."
    }
  }

  partition_keys {
    name    = "account"
    type    = "string"
    comment = "The account whose trail delivered the file; from the path."
  }

  partition_keys {
    name    = "region"
    type    = "string"
    comment = "The Region whose events the file holds; from the path."
  }

  partition_keys {
    name    = "day"
    type    = "string"
    comment = "The UTC day of delivery as yyyy/MM/dd; an event can be of the day before."
  }

  depends_on = [aws_glue_catalog_database.cloudtrail_logs]
}
