/*---
title: Unusual rates that CloudTrail Insights found
description: >-
  Needs a trail with Insights turned on; they lie in a folder of their own. Rates are calls or errors a minute, durations
  are minutes. Each insight has a Start and, once over, an End.
---*/
SELECT
    eventtime,
    insightdetails.state AS state,
    insightdetails.insighttype AS insight,
    insightdetails.eventsource AS eventsource,
    insightdetails.eventname AS eventname,
    insightdetails.errorcode AS errorcode,
    insightdetails.insightcontext.statistics.baseline.average AS usual_rate,
    insightdetails.insightcontext.statistics.insight.average AS unusual_rate,
    insightdetails.insightcontext.statistics.insightduration AS minutes,
    awsregion,
    recipientaccountid AS account,
    sharedeventid,
    eventid
FROM insights
ORDER BY eventtime, eventid
