/*---
title: Snapshots and images shared
description: >-
  Of disks, instances and databases. outside is true when one is made public, or given to an account that is not one of
  yours: whoever it is given to can copy all that is in it.
parameters:
  own_accounts: {type: account, list: true, optional: true, help: accounts that are yours, example: '111122223333,444455556666'}
mitre: [T1537]
---*/
SELECT
    eventtime,
    eventname,
    shared,
    shared_with,
    coalesce(
        regexp_like(shared_with, '"all"')
            OR any_match(
                regexp_extract_all(shared_with, '[0-9]{12}'),
                a -> coalesce(NOT contains(ARRAY[:own_accounts], a), TRUE)
            ),
        FALSE
    ) AS outside,
    principal,
    sourceipaddress,
    errorcode,
    accesskeyid,
    account,
    awsregion,
    useragent,
    requestparameters,
    eventid
FROM (
    SELECT
        eventtime,
        eventname,
        coalesce(
            json_extract_scalar(requestparameters, '$.snapshotId'),
            json_extract_scalar(requestparameters, '$.imageId'),
            json_extract_scalar(requestparameters, '$.dBSnapshotIdentifier'),
            json_extract_scalar(requestparameters, '$.dBClusterSnapshotIdentifier'),
            json_extract_scalar(requestparameters, '$.snapshotIdentifier')
        ) AS shared,
        coalesce(
            json_format(json_extract(requestparameters, '$.createVolumePermission.add')),
            json_format(json_extract(requestparameters, '$.launchPermission.add')),
            json_format(json_extract(requestparameters, '$.valuesToAdd')),
            json_extract_scalar(requestparameters, '$.accountWithRestoreAccess')
        ) AS shared_with,
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
    WHERE eventname IN (
            'ModifySnapshotAttribute', 'ModifyImageAttribute', 'ModifyDBSnapshotAttribute',
            'ModifyDBClusterSnapshotAttribute', 'AuthorizeSnapshotAccess'
        )
        AND eventsource IN ('ec2.amazonaws.com', 'rds.amazonaws.com', 'redshift.amazonaws.com')
) AS changes
WHERE shared_with IS NOT NULL
ORDER BY eventtime, eventid
