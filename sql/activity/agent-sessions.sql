/*---
title: Sessions of AI agents
description: >-
  By software, principal and access key: calls through the AWS MCP Server, by the AWS Labs MCP servers, Amazon Q
  Developer and other agents that name themselves in the user agent. writes and denied tell what an agent tried. An
  agent that does not name itself is not found.
mitre: [T1078.004]
---*/
SELECT
    CASE
        WHEN eventsource LIKE 'aws-mcp.%' OR sourceipaddress = 'aws-mcp.amazonaws.com'
            OR useridentity.invokedby = 'aws-mcp.amazonaws.com' OR useragent LIKE 'aws-mcp.%'
            THEN 'aws-mcp'
        ELSE lower(regexp_extract(
            useragent,
            '(?i)mcp-proxy-for-aws|awslabs[/#]mcp|AmazonQ-For-[a-z]+|claude-?code|kiro|cursor|codex|gemini-cli|openai|langchain|strands-agents'
        ))
    END AS agent,
    principal,
    accesskeyid,
    recipientaccountid AS account,
    count(*) AS calls,
    count(errorcode) AS errors,
    count(*) FILTER (WHERE readonly IS NULL OR readonly <> 'true') AS writes,
    count(*) FILTER (WHERE outcome = 'denied') AS denied,
    array_join(slice(array_sort(array_agg(DISTINCT service) FILTER (WHERE service <> '')), 1, 10), ', ') AS services,
    array_join(slice(array_sort(array_agg(DISTINCT sourceipaddress) FILTER (WHERE sourceipaddress <> '')), 1, 10), ', ') AS addresses,
    min(eventtime) AS first_seen,
    max(eventtime) AS last_seen
FROM cloudtrail
WHERE eventsource LIKE 'aws-mcp.%'
    OR sourceipaddress = 'aws-mcp.amazonaws.com'
    OR useridentity.invokedby = 'aws-mcp.amazonaws.com'
    OR regexp_like(
        useragent,
        '(?i)aws-mcp[.]|mcp-proxy-for-aws|awslabs[/#]mcp|AmazonQ-For-|claude-?code|kiro|cursor/|codex|gemini-cli|openai|langchain|strands-agents'
    )
GROUP BY 1, 2, 3, 4
ORDER BY first_seen, agent, principal, accesskeyid, account
