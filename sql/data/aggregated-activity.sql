/*---
title: Data events by five-minute summaries
description: >-
  Reads the aggregated events, which need a trail that aggregates its data events and lie in a folder of their own. Each
  row is a value that a template counts by, such as a bucket, and one of the details beside it, such as the action. The
  templates count the same events, so sum the rows of one counted_by only.
---*/
SELECT
    eventsource,
    summary.primarydimension.dimension AS counted_by,
    array_join(transform(summary.primarydimension.statistics, s -> s.name), ', ') AS value,
    detail.dimension AS detail,
    part.name AS detail_value,
    CAST(sum(part.value) AS bigint) AS events,
    count(*) AS windows,
    min(timewindow.windowstart) AS first_window,
    max(timewindow.windowend) AS last_window,
    awsregion,
    accountid AS account
FROM aggregated
LEFT JOIN UNNEST(summary.details) AS detail (dimension, statistics, aggregationtype) ON TRUE
LEFT JOIN UNNEST(detail.statistics) AS part (name, value) ON TRUE
GROUP BY 1, 2, 3, 4, 5, 10, 11
ORDER BY events DESC, eventsource, counted_by, value, detail, detail_value, awsregion, account
