package dev.trailwise.sigma;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each feature of the specification, with the events that it means by hand. */
class SpecificationTest {
    private static final JsonMapper JSON = new JsonMapper();

    /** Events by their first word, then their JSON. */
    private static final List<String> EVENTS = List.of(
            "plain {'eventName':'CreateUser','errorCode':'AccessDenied','userAgent':'aws-cli/2 -enc','sourceIPAddress':'10.1.2.3'}",
            "lower {'eventName':'createuser','errorCode':'accessdenied','sourceIPAddress':'2001:db8::7'}",
            "bare {'eventName':'DeleteTrail'}",
            "empty {'eventName':'DeleteTrail','errorCode':''}",
            "nulls {'eventName':'DeleteTrail','errorCode':null,'requestParameters':null}",
            "stars {'eventName':'X','errorCode':'a*b?c','userAgent':'a\\\\b','errorMessage':'C:\\\\x\\\\*.exe'}",
            "ports {'eventName':'Y','requestParameters':{'items':[{'port':22},{'port':'443'}],'open':true,'none':null,'list':[]}}",
            "policy {'eventName':'Z','requestParameters':{'policy':{'Statement':[{'Effect':'Allow','Action':['s3:*']}]},"
                    + "'text':'{\\\"Effect\\\":\\\"Deny\\\"}'}}",
            "who {'eventName':'W','userIdentity':{'userName':'alice','arn':'arn:aws:iam::1:user/Alice'},"
                    + "'requestParameters':{'userName':'ALICE'},'resources':[{'ARN':'arn:one'},{'ARN':'arn:two'}]}",
            "coded {'eventName':'V','requestParameters':{'data':'xxY21kIC1lbmMyy','wide':'YwBtAGQA'}}",
            "late {'eventName':'U','eventTime':'2026-01-31T23:59:00Z'}");

    /** A condition or the fields of a selection, and the events that it means. */
    private static final List<String> CASES = List.of(
            "{s: {eventName: CreateUser}, condition: s} => plain lower",
            "{s: {eventName|cased: CreateUser}, condition: s} => plain",
            "{s: {errorCode: null}, condition: s} => bare coded late nulls policy ports who",
            "{s: {errorCode: ''}, condition: s} => empty",
            "{s: {errorCode|exists: true}, condition: s} => empty lower plain stars",
            "{s: {errorCode|exists: false, eventName: DeleteTrail}, condition: s} => bare nulls",
            "{s: {eventName: DeleteTrail}, f: {errorCode: accessdenied}, condition: s and not f} => bare empty nulls",
            "{s: {eventName: DeleteTrail, errorCode|neq: x}, condition: s} => bare empty nulls",
            "{s: {eventName: '?'}, condition: s} => coded late policy ports stars who",
            "{s: {eventName: 'create*'}, condition: s} => lower plain",
            "{s: {errorCode: 'a\\\\*b\\\\?c'}, condition: s} => stars",
            "{s: {userAgent: 'a\\\\b'}, condition: s} => stars",
            "{s: {errorMessage|endswith: '\\\\\\\\*.exe'}, condition: s} => stars",
            "{s: {errorMessage|contains: '\\\\x\\\\\\\\\\\\*'}, condition: s} => stars",
            "{s: {errorCode|contains: [denied, '*b']}, condition: s} => lower plain stars",
            "{s: {errorCode|contains|all: [access, denied]}, condition: s} => lower plain",
            "{s: {userAgent|startswith: AWS-}, condition: s} => plain",
            "{s: {requestParameters.items.port: 22}, condition: s} => ports",
            "{s: {requestParameters.items.port: [443, 80]}, condition: s} => ports",
            "{s: {requestParameters.items.port|gt: 100}, condition: s} => ports",
            "{s: {requestParameters.items.port|lte: 21}, condition: s} => ",
            "{s: {requestParameters.open: 'TRUE'}, condition: s} => ports",
            "{s: {requestParameters.open: true}, condition: s} => ports",
            "{s: {requestParameters.none|exists: true}, condition: s} => ",
            "{s: {requestParameters.list|exists: true}, condition: s} => ports",
            "{s: {requestParameters.list: '*'}, condition: s} => ",
            "{s: {requestParameters|contains: '\"Effect\":\"Allow\"'}, condition: s} => policy",
            "{s: {requestParameters|contains: '\"Effect\":\"Deny\"'}, condition: s} => policy",
            "{s: {requestParameters.policy|contains: '\"Effect\":\"Allow\"'}, condition: s} => policy",
            "{s: {requestParameters.policy.Statement.Action: 's3:\\\\*'}, condition: s} => policy",
            "{s: {userIdentity.userName|fieldref: requestParameters.userName}, condition: s} => who",
            "{s: {userIdentity.arn|fieldref|endswith: requestParameters.userName}, condition: s} => who",
            "{s: {userIdentity.userName|fieldref|cased: requestParameters.userName}, condition: s} => ",
            "{s: {resources.ARN: arn:two}, condition: s} => who",
            "{s: {resources.ARN|all: [arn:one, arn:two]}, condition: s} => who",
            "{s: {sourceIPAddress|cidr: 10.0.0.0/8}, condition: s} => plain",
            "{s: {sourceIPAddress|cidr: '2001:db8::/32'}, condition: s} => lower",
            "{s: {sourceIPAddress|cidr: '::/0'}, condition: s} => lower",
            "{s: {eventName|re: '^[a-z]+$'}, condition: s} => lower",
            "{s: {eventName|re|i: '^create'}, condition: s} => lower plain",
            "{s: {requestParameters.data|base64offset|contains: cmd -enc}, condition: s} => coded",
            "{s: {requestParameters.wide|wide|base64: cmd}, condition: s} => coded",
            "{s: {userAgent|windash|contains: ' /enc'}, condition: s} => plain",
            "{s: {eventTime|hour: 23, eventTime|minute|gte: 59}, condition: s} => late",
            "{s: {eventTime|day: 31, eventTime|month: 1, eventTime|year: 2026, eventTime|week: 5}, condition: s} => late",
            "{s: [alice, arn:aws], condition: s} => who",
            "{s: {'|all': [alice, arn:one]}, condition: s} => who",
            "{s: ['\"Allow\"'], condition: s} => policy",
            "{s: [{eventName: V}, {eventName: U, errorCode: x}], condition: s} => coded",
            "{a: {eventName: X}, b: {eventName: Y}, condition: 1 of them} => ports stars",
            "{a: {eventName: X}, b: {errorCode|contains: b}, condition: all of them} => stars",
            "{sel_a: {eventName: X}, sel_b: {eventName: Y}, f: {eventName: Y}, condition: any of sel_* and not 1 of f*} => stars",
            "{a: {eventName: X}, _b: {eventName: Y}, condition: 1 of them} => stars",
            "{a: {eventName: X}, b: {eventName: Y}, c: {eventName: Z}, condition: a or b and not b} => stars",
            "{a: {eventName: X}, b: {eventName: Y}, condition: not (a or b) and (b or not a)}"
                    + " => bare coded empty late lower nulls plain policy who",
            "{a: {eventName: X}, b: {eventName: Y}, condition: [a, b]} => ports stars",
            "{s: {eventName: X, noSuchField: x}, condition: s} => ",
            "{s: {eventName: X, noSuchField: null}, condition: s} => stars");

    @TempDir
    Path logs;

    @Test
    void each_feature_means_its_events_to_the_interpreter_and_to_a_hunt() throws IOException {
        List<JsonNode> events = new ArrayList<>();
        for (String event : EVENTS) {
            String[] parts = event.split(" ", 2);
            JsonNode node = JSON.readTree(parts[1].replace('\'', '"'));
            events.add(((com.fasterxml.jackson.databind.node.ObjectNode) node).put("eventID", parts[0]));
        }
        List<String> rules = CASES.stream()
                .map(one -> "{title: t, logsource: {product: aws, service: cloudtrail}, level: low, detection: "
                        + one.split(" => ", -1)[0].replace("\\\\", "\\") + "}")
                .toList();
        Map<Integer, SigmaRule> converted = RuleJudge.converted(rules);
        assertThat(converted).hasSameSizeAs(rules);
        try (HuntedEvents hunted = new HuntedEvents(logs, events)) {
            Map<String, Set<String>> found = hunted.find(List.copyOf(converted.values()), rules.size());
            for (int i = 0; i < rules.size(); i++) {
                Set<String> meant =
                        new TreeSet<>(List.of(CASES.get(i).split(" => ", -1)[1].split(" ")));
                meant.remove("");
                assertThat(RuleJudge.meant(rules.get(i), events))
                        .as(rules.get(i))
                        .isEqualTo(meant);
                assertThat(found.getOrDefault("r" + i, Set.of()))
                        .as(rules.get(i))
                        .isEqualTo(meant);
            }
        }
    }
}
