/*---
title: Who and what stood behind unusual rates
description: >-
  For each insight the principals, user agents and error codes that CloudTrail Insights names, with their rates during the
  insight and in the baseline. Rates are calls or errors a minute; a value without a usual_rate is new.
---*/
SELECT
    eventtime,
    insightdetails.state AS state,
    insightdetails.eventsource AS eventsource,
    insightdetails.eventname AS eventname,
    insightdetails.errorcode AS errorcode,
    part.attribute AS attribute,
    contributor.value AS value,
    contributor.average AS unusual_rate,
    element_at(filter(part.baseline, usual -> usual.value = contributor.value), 1).average AS usual_rate,
    insightdetails.insightcontext.statistics.insight.average AS insight_rate,
    insightdetails.insightcontext.statistics.baseline.average AS baseline_rate,
    awsregion,
    recipientaccountid AS account,
    sharedeventid,
    eventid
FROM insights
CROSS JOIN UNNEST(insightdetails.insightcontext.attributions) AS part (attribute, insight, baseline)
CROSS JOIN UNNEST(part.insight) AS contributor (value, average)
ORDER BY eventtime, eventid, attribute, unusual_rate DESC, value
