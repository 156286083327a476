/*---
title: Calls through a VPC endpoint with credentials of another account
description: >-
  Reads the network activity events, which need a trail that records them. Someone inside the network used credentials
  of an account that does not own the endpoint: a way to carry data out that no bucket of yours records. Name your
  other accounts in own_accounts.
parameters:
  own_accounts: {type: account, list: true, optional: true, help: accounts that are yours, example: '444455556666'}
mitre: [T1537, T1567.002]
---*/
SELECT
    vpcendpointid,
    vpcendpointaccountid AS account,
    source_account,
    principal,
    eventsource,
    eventname,
    sourceipaddress,
    count(*) AS calls,
    count(errorcode) AS errors,
    min(eventtime) AS first_seen,
    max(eventtime) AS last_seen
FROM network_activity
WHERE source_account <> vpcendpointaccountid
    AND useridentity.type <> 'AWSService'
    AND coalesce(NOT contains(ARRAY[:own_accounts], source_account), TRUE)
GROUP BY 1, 2, 3, 4, 5, 6, 7
ORDER BY calls DESC, vpcendpointid, source_account, principal, eventsource, eventname, sourceipaddress
