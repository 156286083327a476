/*---
title: Everything done from an address or network
description: >-
  In time order. Calls that an AWS service made carry its name in place of an address, and those through a VPC endpoint a
  private address: neither is found by the public address of who asked for them.
parameters:
  ip: {type: cidr, help: an address or a network, example: 198.51.100.7}
mitre: [T1078.004]
---*/
SELECT
    eventtime,
    sourceipaddress,
    eventsource,
    eventname,
    principal,
    accesskeyid,
    awsregion,
    errorcode,
    recipientaccountid AS account,
    useragent,
    requestparameters,
    eventid
FROM cloudtrail
WHERE contains(:ip, TRY_CAST(sourceipaddress AS ipaddress))
ORDER BY eventtime, eventid
