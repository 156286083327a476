/*---
title: Security findings suppressed or archived
description: >-
  Filters, rules and trusted lists that hide findings of GuardDuty, Security Hub, Macie, Inspector and IAM Access
  Analyzer, and findings archived by hand.
mitre: [T1562.001]
kind: detection
level: medium
false_positives: >-
  Analysts who silence known false alarms. Look at what the filter matches.
---*/
SELECT
    eventtime,
    action,
    principal,
    target,
    sourceipaddress,
    outcome,
    errorcode,
    accesskeyid,
    recipientaccountid AS account,
    awsregion,
    useragent,
    requestparameters,
    eventid
FROM cloudtrail
WHERE (
        eventsource = 'guardduty.amazonaws.com'
        AND eventname IN ('ArchiveFindings', 'CreateIPSet', 'UpdateIPSet')
        OR eventsource IN ('guardduty.amazonaws.com', 'macie2.amazonaws.com', 'inspector2.amazonaws.com')
        AND eventname IN ('CreateFilter', 'UpdateFilter', 'CreateFindingsFilter', 'UpdateFindingsFilter')
        AND json_extract_scalar(requestparameters, '$.action') IN ('ARCHIVE', 'SUPPRESS')
        OR eventsource = 'securityhub.amazonaws.com'
        AND eventname IN ('BatchUpdateFindings', 'CreateAutomationRule', 'BatchUpdateAutomationRules')
        AND strpos(requestparameters, '"SUPPRESSED"') > 0
        OR eventsource = 'access-analyzer.amazonaws.com'
        AND eventname = 'CreateArchiveRule'
    )
    AND outcome = 'success'
    AND coalesce(principal_type, '') NOT IN ('service', 'service-role')
ORDER BY eventtime, eventid
