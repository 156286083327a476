variable "cloudtrail_logs_insights_create_database" {
  description = "Create the Glue database security. Set to false when it exists or another table creates it."
  type        = bool
  default     = false
}

resource "aws_glue_catalog_database" "cloudtrail_logs_insights" {
  count = var.cloudtrail_logs_insights_create_database ? 1 : 0
  name  = "security"
}

resource "aws_glue_catalog_table" "cloudtrail_logs_insights" {
  database_name = "security"
  name          = "cloudtrail_logs_insights"
  description   = "CloudTrail-Insight logs in s3://my-logs/AWSLogs/, laid out by trailwise"
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
    "storage.location.template"    = "s3://my-logs/AWSLogs/$${account}/CloudTrail-Insight/$${region}/$${day}/"
    "trailwise.table"              = "insights"
  }

  storage_descriptor {
    location      = "s3://my-logs/AWSLogs/"
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
      name    = "eventtime"
      type    = "string"
      comment = "When the unusual activity began or ended, UTC, ISO 8601."
    }

    columns {
      name    = "awsregion"
      type    = "string"
      comment = "The Region of the activity."
    }

    columns {
      name    = "eventid"
      type    = "string"
      comment = "Identity of the event."
    }

    columns {
      name    = "eventtype"
      type    = "string"
      comment = "AwsCloudTrailInsight."
    }

    columns {
      name    = "recipientaccountid"
      type    = "string"
      comment = "Account that received this event."
    }

    columns {
      name    = "sharedeventid"
      type    = "string"
      comment = "Joins the start and the end of one insight."
    }

    columns {
      name    = "eventcategory"
      type    = "string"
      comment = "Insight."
    }

    columns {
      name    = "insightdetails"
      type    = "struct<state:string,eventsource:string,eventname:string,insighttype:string,errorcode:string,insightcontext:struct<statistics:struct<baseline:struct<average:double>,insight:struct<average:double>,insightduration:double,baselineduration:double>,attributions:array<struct<attribute:string,insight:array<struct<value:string,average:double>>,baseline:array<struct<value:string,average:double>>>>>>"
      comment = "What was unusual."
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

  # In one module with the table that creates the database, add that database.
  depends_on = [aws_glue_catalog_database.cloudtrail_logs_insights]
}
