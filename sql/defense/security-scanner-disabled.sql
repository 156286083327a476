/*---
title: Security Hub, Macie, Inspector, Detective or an analyzer off
description: >-
  A service that finds weaknesses and incidents was turned off or paused, or its account left the administrator; attempts
  that failed too.
mitre: [T1562.001]
kind: detection
level: high
false_positives: >-
  Accounts that are closed, or move to another administrator.
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
        eventsource = 'securityhub.amazonaws.com'
        AND eventname IN (
            'DisableSecurityHub', 'BatchDisableStandards', 'DisassociateFromMasterAccount', 'DisassociateFromAdministratorAccount'
        )
        OR eventsource = 'macie2.amazonaws.com'
        AND eventname IN ('DisableMacie', 'DisassociateFromAdministratorAccount')
        OR eventsource = 'macie2.amazonaws.com'
        AND eventname = 'UpdateMacieSession'
        AND json_extract_scalar(requestparameters, '$.status') = 'PAUSED'
        OR eventsource = 'inspector2.amazonaws.com'
        AND eventname = 'Disable'
        OR eventsource = 'detective.amazonaws.com'
        AND eventname = 'DeleteGraph'
        OR eventsource = 'access-analyzer.amazonaws.com'
        AND eventname = 'DeleteAnalyzer'
    )
ORDER BY eventtime, eventid
