SELECT kind, value, events, denied, failed, first_seen, last_seen, all_values
FROM (
    SELECT
        kind,
        value,
        count(*) AS events,
        count_if(outcome = 'denied') AS denied,
        count_if(outcome IN ('failed', 'throttled')) AS failed,
        min(eventtime) AS first_seen,
        max(eventtime) AS last_seen,
        row_number() OVER (PARTITION BY kind ORDER BY count(*) DESC, value) AS place,
        count(*) OVER (PARTITION BY kind) AS all_values
    FROM cloudtrail
    CROSS JOIN UNNEST(
        map(
            ARRAY['time', 'account', 'region', 'principal', 'address', 'action', 'error'],
            ARRAY[substr(eventtime, 1, 15), recipientaccountid, awsregion, principal, sourceipaddress, action, errorcode]
        )
    ) AS property (kind, value)
    WHERE value IS NOT NULL
    GROUP BY kind, value
) AS counted
WHERE kind = 'time' OR place <= 50
ORDER BY kind, place
