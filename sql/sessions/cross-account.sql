/*---
title: Calls from other accounts
description: >-
  Principals of one account that acted on another, leaving out AWS services. An account that you do not know is a partner or
  an intruder.
parameters:
  own_accounts: {type: account, list: true, optional: true, help: accounts that are yours, example: '111122223333,444455556666'}
mitre: [T1199]
---*/
SELECT
    source_account,
    recipientaccountid AS account,
    principal,
    eventsource,
    eventname,
    count(*) AS calls,
    count(errorcode) AS errors,
    array_join(slice(array_sort(array_agg(DISTINCT sourceipaddress) FILTER (WHERE sourceipaddress <> '')), 1, 10), ', ') AS addresses,
    min(eventtime) AS first_seen,
    max(eventtime) AS last_seen
FROM cloudtrail
WHERE source_account <> recipientaccountid
    AND useridentity.type <> 'AWSService'
    AND coalesce(source_account NOT IN (:own_accounts), TRUE)
GROUP BY 1, 2, 3, 4, 5
ORDER BY calls DESC, source_account, account, principal, eventsource, eventname
