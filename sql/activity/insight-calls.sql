/*---
title: Insights and the API calls behind them
description: >-
  Each insight of CloudTrail Insights with the calls of its window, by principal and user agent: what CloudTrail counted
  and what the log has. Rates are calls or errors a minute; a principal without a principal_usual_rate is new. An insight
  without calls has calls = 0: widen the time, or the calls are not in this trail.
---*/
WITH noticed AS (
    SELECT
        sharedeventid,
        account,
        region,
        insightdetails.insighttype AS insight,
        insightdetails.eventsource AS eventsource,
        insightdetails.eventname AS eventname,
        insightdetails.errorcode AS errorcode,
        min(eventtime) FILTER (WHERE insightdetails.state = 'Start') AS started,
        max(eventtime) FILTER (WHERE insightdetails.state = 'End') AS ended,
        CAST(round(60 * max(insightdetails.insightcontext.statistics.insightduration)) AS bigint) AS seconds,
        max_by(insightdetails.insightcontext.statistics.baseline.average, eventtime) AS usual_rate,
        max_by(insightdetails.insightcontext.statistics.insight.average, eventtime) AS unusual_rate,
        max_by(insightdetails.insightcontext.attributions, eventtime) AS attributions
    FROM insights
    GROUP BY 1, 2, 3, 4, 5, 6, 7
),
windows AS (
    SELECT
        *,
        coalesce(started, date_format(date_add('second', -seconds, from_iso8601_timestamp(ended)), '%Y-%m-%dT%H:%i:%sZ')) AS window_start,
        coalesce(ended, date_format(date_add('second', seconds, from_iso8601_timestamp(started)), '%Y-%m-%dT%H:%i:%sZ')) AS window_end
    FROM noticed
),
called AS (
    SELECT
        w.sharedeventid,
        w.account,
        w.region,
        w.insight,
        w.eventsource,
        w.eventname,
        w.errorcode,
        w.window_start,
        w.window_end,
        w.usual_rate,
        w.unusual_rate,
        coalesce(c.useridentity.arn, c.useridentity.username, c.useridentity.principalid, c.useridentity.invokedby, c.useridentity.type) AS principal,
        c.useragent AS useragent,
        count(c.eventname) AS calls,
        min(c.eventtime) AS first_seen,
        max(c.eventtime) AS last_seen,
        flatten(transform(filter(arbitrary(w.attributions), a -> a.attribute = 'userIdentityArn'), a -> a.insight)) AS principals,
        flatten(transform(filter(arbitrary(w.attributions), a -> a.attribute = 'userIdentityArn'), a -> a.baseline)) AS usual_principals
    FROM windows w
    LEFT JOIN cloudtrail c
        ON c.account = w.account
        AND c.region = w.region
        AND c.eventsource = w.eventsource
        AND c.eventname = w.eventname
        AND c.eventtime >= w.window_start
        AND c.eventtime < w.window_end
        AND (w.errorcode IS NULL OR c.errorcode = w.errorcode)
    GROUP BY 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13
)
SELECT
    window_start,
    window_end,
    insight,
    eventsource,
    eventname,
    errorcode,
    usual_rate,
    unusual_rate,
    principal,
    useragent,
    calls,
    element_at(filter(principals, p -> starts_with(concat(principal, '/'), concat(p.value, '/'))), 1).average AS principal_unusual_rate,
    element_at(filter(usual_principals, p -> starts_with(concat(principal, '/'), concat(p.value, '/'))), 1).average AS principal_usual_rate,
    first_seen,
    last_seen,
    region,
    account,
    sharedeventid
FROM called
ORDER BY window_start, sharedeventid, account, region, calls DESC, principal, useragent
