/*---
title: GuardDuty turned off or cut off
description: >-
  The detector deleted or disabled, members or the administrator removed, or findings no longer exported; attempts that
  failed too.
mitre: [T1562.001]
kind: detection
level: high
false_positives: >-
  Accounts that move to another administrator or are closed.
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
WHERE eventsource = 'guardduty.amazonaws.com'
    AND (
        eventname IN (
            'DeleteDetector', 'DisassociateFromMasterAccount', 'DisassociateFromAdministratorAccount', 'DisassociateMembers',
            'DeleteMembers', 'StopMonitoringMembers', 'DeletePublishingDestination', 'DisableOrganizationAdminAccount'
        )
        OR eventname = 'UpdateDetector'
        AND json_extract_scalar(requestparameters, '$.enable') = 'false'
    )
ORDER BY eventtime, eventid
