/*---
title: Changes of DNS zones, records, domains and resolvers
description: >-
  Route 53 and its Resolver. A record that points elsewhere diverts mail or web traffic; a transferred domain is lost.
  Route 53 is recorded in us-east-1.
parameters:
  zone: {type: string, optional: true, help: only events that name this zone or domain, example: Z0123456789ABC}
  reads: {type: boolean, default: false, help: true adds calls that only read}
mitre: [T1584.002, T1565]
---*/
SELECT
    eventtime,
    eventname,
    eventsource,
    coalesce(
        json_extract_scalar(requestparameters, '$.hostedZoneId'),
        json_extract_scalar(requestparameters, '$.domainName'),
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
WHERE eventsource IN ('route53.amazonaws.com', 'route53domains.amazonaws.com', 'route53resolver.amazonaws.com')
    AND (:reads OR readonly IS NULL OR readonly <> 'true')
    AND (
        :zone IS NULL
        OR strpos(requestparameters, :zone) > 0
        OR strpos(responseelements, :zone) > 0
    )
ORDER BY eventtime, eventid
