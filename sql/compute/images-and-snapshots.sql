/*---
title: Images and snapshots made, copied, exported and deleted
description: >-
  Copies of disks are how data leaves without a network connection to the instance. Sharing with other accounts is in
  snapshot-share.
mitre: [T1578.001, T1537]
---*/
SELECT
    eventtime,
    eventname,
    coalesce(
        json_extract_scalar(responseelements, '$.imageId'),
        json_extract_scalar(responseelements, '$.snapshotId'),
        target
    ) AS target,
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
WHERE eventsource IN ('ec2.amazonaws.com', 'ebs.amazonaws.com')
    AND eventname IN (
        'CreateImage', 'CopyImage', 'RegisterImage', 'DeregisterImage', 'ExportImage', 'CreateStoreImageTask',
        'CreateSnapshot', 'CreateSnapshots', 'CopySnapshot', 'DeleteSnapshot', 'ModifySnapshotTier',
        'StartSnapshot', 'CompleteSnapshot', 'CreateInstanceExportTask'
    )
ORDER BY eventtime, eventid
