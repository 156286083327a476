/*---
title: Principals that call an action much more than before
description: >-
  Give a scope that begins some days before since: those days are the baseline, and both are read in one scan.
  Compares calls a day of each principal and action since then with the average of the days before, and shows those
  that are at least factor times as many and at least min_calls. usual_per_day is 0 for what was never called.
parameters:
  since: {type: timestamp, help: what was called before is usual, example: '2026-11-01'}
  factor: {type: integer, min: 1, default: 5, help: how many times the usual}
  min_calls: {type: integer, min: 1, default: 100, help: the least number of calls on a day}
mitre: [T1078.004, T1496]
---*/
SELECT
    principal,
    eventsource,
    eventname,
    account,
    day_of_calls,
    calls,
    errors,
    round(usual_per_day, 1) AS usual_per_day,
    first_seen,
    last_seen
FROM (
    SELECT
        principal,
        eventsource,
        eventname,
        account,
        day_of_calls,
        calls,
        errors,
        first_seen,
        last_seen,
        CAST(coalesce(sum(IF(day_of_calls < substr(:since, 1, 10), calls, 0)) OVER (
            PARTITION BY principal, eventsource, eventname, account
        ), 0) AS double) / greatest(days_before, 1) AS usual_per_day
    FROM (
        SELECT
            *,
            date_diff(
                'day',
                CAST(min(TRY_CAST(day_of_calls AS date)) OVER () AS date),
                TRY_CAST(substr(:since, 1, 10) AS date)
            ) AS days_before
        FROM (
            SELECT
                coalesce(issuer, principal) AS principal,
                eventsource,
                eventname,
                recipientaccountid AS account,
                substr(eventtime, 1, 10) AS day_of_calls,
                count(*) AS calls,
                count(errorcode) AS errors,
                min(eventtime) AS first_seen,
                max(eventtime) AS last_seen
            FROM cloudtrail
            WHERE useridentity.type <> 'AWSService'
            GROUP BY 1, 2, 3, 4, 5
        ) AS by_day
    ) AS dated
) AS compared
WHERE day_of_calls >= substr(:since, 1, 10)
    AND calls >= :min_calls
    AND calls >= :factor * usual_per_day
ORDER BY calls DESC, day_of_calls, principal, eventsource, eventname, account
