/*---
title: Mail sending looked up with a long-term key
description: >-
  Someone with a long-term key asked how much mail the account may send: what thieves of keys do before they send spam or
  phishing.
mitre: [T1526, T1496.004]
kind: detection
level: low
false_positives: >-
  Applications that send mail and watch their quota.
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
WHERE eventsource = 'ses.amazonaws.com'
    AND eventname IN (
        'GetSendQuota', 'GetAccountSendingEnabled', 'GetAccount', 'ListIdentities', 'ListEmailIdentities'
    )
    AND accesskeyid LIKE 'AKIA%'
ORDER BY eventtime, eventid
