/*---
title: Security services turned off or weakened
description: >-
  GuardDuty, Config, Security Hub, Macie, Inspector, Detective, Access Analyzer, web firewalls, flow logs, DNS query logs,
  log groups, alarms, and leaving the organization or its policies; attempts that failed too. For CloudTrail itself see
  cloudtrail-tampering.
mitre: [T1562.001, T1562.007, T1562.008]
---*/
SELECT
    eventtime,
    eventsource,
    eventname,
    principal,
    sourceipaddress,
    errorcode,
    accesskeyid,
    recipientaccountid AS account,
    awsregion,
    useragent,
    requestparameters,
    eventid
FROM cloudtrail
WHERE (eventsource = 'guardduty.amazonaws.com' AND eventname IN (
        'DeleteDetector', 'UpdateDetector', 'DisassociateFromMasterAccount',
        'DisassociateFromAdministratorAccount', 'DisassociateMembers', 'DeleteMembers', 'StopMonitoringMembers',
        'CreateFilter', 'UpdateFilter', 'CreateIPSet', 'UpdateIPSet', 'DeleteThreatIntelSet',
        'DeletePublishingDestination', 'DisableOrganizationAdminAccount'
    ))
    OR (eventsource = 'config.amazonaws.com' AND eventname IN (
        'StopConfigurationRecorder', 'DeleteConfigurationRecorder', 'PutConfigurationRecorder',
        'DeleteDeliveryChannel', 'DeleteConfigRule', 'DeleteOrganizationConfigRule',
        'DeleteConfigurationAggregator'
    ))
    OR (eventsource = 'securityhub.amazonaws.com' AND eventname IN (
        'DisableSecurityHub', 'BatchDisableStandards', 'UpdateStandardsControl',
        'DisassociateFromMasterAccount', 'DisassociateFromAdministratorAccount', 'DisassociateMembers',
        'DeleteMembers', 'DisableImportFindingsForProduct'
    ))
    OR (eventsource = 'macie2.amazonaws.com' AND eventname IN ('DisableMacie', 'UpdateMacieSession', 'DisassociateFromAdministratorAccount'))
    OR (eventsource = 'inspector2.amazonaws.com' AND eventname IN ('Disable', 'DisassociateMember', 'CreateFilter'))
    OR (eventsource = 'detective.amazonaws.com' AND eventname IN ('DeleteGraph', 'DeleteMembers', 'DisassociateMembership'))
    OR (eventsource = 'access-analyzer.amazonaws.com' AND eventname IN ('DeleteAnalyzer', 'CreateArchiveRule'))
    OR (
        eventsource IN ('wafv2.amazonaws.com', 'waf.amazonaws.com', 'waf-regional.amazonaws.com')
        AND eventname IN ('DeleteLoggingConfiguration', 'DeleteWebACL', 'DisassociateWebACL', 'DeleteFirewallManagerRuleGroups')
    )
    OR (eventsource = 'ec2.amazonaws.com' AND eventname IN ('DeleteFlowLogs', 'DisableEbsEncryptionByDefault'))
    OR (eventsource = 'route53resolver.amazonaws.com' AND eventname IN (
        'DeleteResolverQueryLogConfig', 'DisassociateResolverQueryLogConfig', 'DeleteFirewallRuleGroup',
        'DisassociateFirewallRuleGroup'
    ))
    OR (eventsource = 'logs.amazonaws.com' AND eventname IN (
        'DeleteLogGroup', 'DeleteLogStream', 'DeleteDestination', 'DeleteMetricFilter',
        'DeleteSubscriptionFilter', 'PutRetentionPolicy'
    ))
    OR (eventsource = 'monitoring.amazonaws.com' AND eventname IN ('DeleteAlarms', 'DisableAlarmActions'))
    OR (eventsource = 'events.amazonaws.com' AND eventname IN ('DisableRule', 'DeleteRule', 'RemoveTargets'))
    OR (eventsource = 'organizations.amazonaws.com' AND eventname IN (
        'LeaveOrganization', 'DeleteOrganization', 'RemoveAccountFromOrganization', 'DisablePolicyType',
        'DetachPolicy', 'DeletePolicy', 'UpdatePolicy', 'DisableAWSServiceAccess',
        'DeregisterDelegatedAdministrator'
    ))
ORDER BY eventtime, eventid
