/*---
title: One event in full
description: All that is recorded of an event, by its id, and the log file it is in. The same event delivered twice is there twice.
parameters:
  event_id: {type: string, help: the eventid that other queries show, example: 4a6e1c1e-6f2a-4c0d-9d38-5a7b1f0c2e11}
---*/
SELECT
    eventtime,
    eventsource,
    eventname,
    awsregion,
    sourceipaddress,
    useragent,
    errorcode,
    errormessage,
    useridentity.type AS identity_type,
    useridentity.arn AS identity_arn,
    useridentity.username AS username,
    useridentity.principalid AS principalid,
    useridentity.accountid AS identity_account,
    accesskeyid,
    useridentity.invokedby AS invokedby,
    useridentity.sessioncontext.sessionissuer.arn AS session_issuer,
    useridentity.sessioncontext.sourceidentity AS source_identity,
    useridentity.sessioncontext.attributes.mfaauthenticated AS mfa,
    useridentity.sessioncontext.attributes.creationdate AS session_began,
    sessioncredentialfromconsole AS from_console,
    requestparameters,
    responseelements,
    additionaleventdata,
    serviceeventdetails,
    array_join(transform(resources, r -> r.arn), ', ') AS resource_arns,
    readonly,
    eventtype,
    eventcategory,
    eventversion,
    recipientaccountid AS account,
    tlsdetails.tlsversion AS tls,
    vpcendpointid,
    sharedeventid,
    requestid,
    eventid,
    "$path" AS log_file
FROM cloudtrail
WHERE eventid = :event_id
ORDER BY eventtime, day, region, account
