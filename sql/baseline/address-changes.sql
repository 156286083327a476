/*---
title: Principals whose calls changed from one public address to another
description: >-
  One line for each principal and pair of addresses: the shortest time between a call from the one and the next call
  from the other, and how often that happened. Calls that AWS services made are left out. The travel command adds the
  places of the addresses, and keeps what is too fast for a traveller.
parameters:
  max_hours: {type: integer, min: 1, default: 24, help: leave out changes that took longer}
mitre: [T1078.004]
---*/
SELECT
    principal,
    previous_ip,
    sourceipaddress,
    left_at,
    arrived_at,
    seconds,
    changes,
    account,
    left_event,
    arrived_event
FROM (
    SELECT
        *,
        count(*) OVER (PARTITION BY principal, previous_ip, sourceipaddress) AS changes,
        row_number() OVER (
            PARTITION BY principal, previous_ip, sourceipaddress
            ORDER BY seconds, arrived_at, arrived_event
        ) AS place
    FROM (
        SELECT
            principal,
            previous_ip,
            sourceipaddress,
            left_at,
            arrived_at,
            TRY(date_diff('second', from_iso8601_timestamp(left_at), from_iso8601_timestamp(arrived_at))) AS seconds,
            account,
            left_event,
            arrived_event
        FROM (
            SELECT
                principal,
                lag(sourceipaddress) OVER (PARTITION BY principal ORDER BY eventtime, eventid) AS previous_ip,
                sourceipaddress,
                lag(eventtime) OVER (PARTITION BY principal ORDER BY eventtime, eventid) AS left_at,
                eventtime AS arrived_at,
                recipientaccountid AS account,
                lag(eventid) OVER (PARTITION BY principal ORDER BY eventtime, eventid) AS left_event,
                eventid AS arrived_event
            FROM cloudtrail
            WHERE is_public_ip
        ) AS calls
        WHERE previous_ip <> sourceipaddress
    ) AS moves
    WHERE seconds <= :max_hours * 3600
) AS ranked
WHERE place = 1
ORDER BY seconds, principal, previous_ip, sourceipaddress
