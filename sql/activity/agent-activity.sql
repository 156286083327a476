/*---
title: Everything that AI agents did
description: >-
  Each call of the agents that agent-sessions lists, in time order. Reads can be left out. The tools that an agent
  called on the AWS MCP Server are data events (CallTool), seen only where the trail records them.
parameters:
  reads: {type: boolean, default: true, help: false leaves out calls that only read}
mitre: [T1078.004]
---*/
SELECT
    eventtime,
    eventname,
    eventsource,
    target,
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
WHERE (
        eventsource LIKE 'aws-mcp.%'
        OR sourceipaddress = 'aws-mcp.amazonaws.com'
        OR useridentity.invokedby = 'aws-mcp.amazonaws.com'
        OR regexp_like(
            useragent,
            '(?i)aws-mcp[.]|mcp-proxy-for-aws|awslabs[/#]mcp|AmazonQ-For-|claude-?code|kiro|cursor/|codex|gemini-cli|openai|langchain|strands-agents'
        )
    )
    AND (:reads OR readonly IS NULL OR readonly <> 'true')
ORDER BY eventtime, eventid
