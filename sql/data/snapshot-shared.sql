/*---
title: Snapshot or image shared outside
description: >-
  A snapshot of a volume, instance or database, or an image, was made public or given to an account that is not yours.
  Name your accounts in own_accounts.
parameters:
  own_accounts: {type: account, list: true, optional: true, help: accounts that are yours, example: '111122223333,444455556666'}
mitre: [T1537]
kind: detection
level: high
false_positives: >-
  Images and snapshots for partners or for other accounts of the organization.
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
WHERE eventsource IN ('ec2.amazonaws.com', 'rds.amazonaws.com', 'redshift.amazonaws.com')
    AND eventname IN (
        'ModifySnapshotAttribute', 'ModifyImageAttribute', 'ModifyDBSnapshotAttribute', 'ModifyDBClusterSnapshotAttribute',
        'AuthorizeSnapshotAccess'
    )
    AND outcome = 'success'
    AND any_match(
        regexp_extract_all(
            coalesce(
                json_format(json_extract(requestparameters, '$.createVolumePermission.add')),
                json_format(json_extract(requestparameters, '$.launchPermission.add')),
                json_format(json_extract(requestparameters, '$.valuesToAdd')),
                json_format(json_extract(requestparameters, '$.accountWithRestoreAccess'))
            ),
            '"(all|[0-9]{12})"', 1
        ),
        a -> a <> recipientaccountid AND coalesce(NOT contains(ARRAY[:own_accounts], a), TRUE)
    )
ORDER BY eventtime, eventid
