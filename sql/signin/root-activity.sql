/*---
title: What root did
description: >-
  Each call with the root user's credentials; what AWS services did on their own is left out. A console session of root
  signs with a temporary key (ASIA…) that belongs to no key listed for the account: it is no leaked key, but a person
  signed in as root. A long-term key (AKIA…) of root should not exist. Sessions made with AssumeRoot are told apart.
mitre: [T1078.004]
---*/
SELECT
    eventtime,
    eventsource,
    eventname,
    sourceipaddress,
    errorcode,
    CASE
        WHEN useridentity.sessioncontext.assumedroot = 'true' THEN 'AssumeRoot: a session from the management account'
        WHEN useridentity.accesskeyid LIKE 'ASIA%' THEN 'temporary: a console session, no key of the account'
        WHEN useridentity.accesskeyid LIKE 'AKIA%' THEN 'long-term: an access key of root'
        ELSE 'none: a sign-in or a page of the console'
    END AS credentials,
    accesskeyid,
    useridentity.sessioncontext.attributes.mfaauthenticated AS mfa,
    recipientaccountid AS account,
    awsregion,
    useragent,
    requestparameters,
    eventid
FROM cloudtrail
WHERE useridentity.type = 'Root'
    AND useridentity.invokedby IS NULL
    AND coalesce(eventtype, 'AwsApiCall') <> 'AwsServiceEvent'
ORDER BY eventtime, eventid
