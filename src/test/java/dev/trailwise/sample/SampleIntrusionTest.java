package dev.trailwise.sample;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trailwise.trail.LogKind;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The facts that the demo and the docs tell are what the records say. */
class SampleIntrusionTest {
    private static final Collected SAMPLE = Collected.sample();

    @Test
    void the_leaked_key_is_used_by_the_ci_service_and_by_the_thief() {
        List<Collected.Read> thief = SAMPLE.calls(SampleIntrusion.LEAKED_KEY, SampleIntrusion.THIEF_IP)
                .toList();

        assertThat(thief).hasSize(SampleIntrusion.THIEF_CALLS);
        assertThat(thief).filteredOn(SampleIntrusionTest::denied).hasSize(SampleIntrusion.THIEF_DENIED);
        assertThat(thief.stream().map(event -> event.text("/eventName")).distinct())
                .hasSize(SampleIntrusion.THIEF_ACTIONS);
        assertThat(thief.stream().map(Collected.Read::time))
                .contains(SampleIntrusion.FIRST_CALL)
                .allMatch(time ->
                        !time.isBefore(SampleIntrusion.FIRST_CALL) && time.isBefore(SampleIntrusion.KEY_DISABLED));
        assertThat(SAMPLE.calls(SampleIntrusion.LEAKED_KEY, SampleIntrusion.CI_IP))
                .hasSizeGreaterThan(100)
                .allMatch(event -> event.time().isBefore(SampleIntrusion.FIRST_CALL));
        assertThat(SAMPLE.events(LogKind.EVENTS)
                        .filter(event -> event.text("/userIdentity/accessKeyId").equals(SampleIntrusion.LEAKED_KEY))
                        .map(event -> event.text("/sourceIPAddress"))
                        .distinct())
                .containsExactlyInAnyOrder(SampleIntrusion.CI_IP, SampleIntrusion.THIEF_IP);
    }

    @Test
    void the_thief_makes_an_administrator_with_a_key_and_a_password() {
        assertThat(SAMPLE.calls(SampleIntrusion.LEAKED_KEY, SampleIntrusion.THIEF_IP)
                        .filter(event ->
                                event.text("/requestParameters/userName").equals(SampleIntrusion.BACKDOOR_USER))
                        .map(event -> event.text("/eventName")))
                .containsExactly("CreateUser", "AttachUserPolicy", "CreateAccessKey", "CreateLoginProfile");
        assertThat(SAMPLE.events.stream()
                        .map(event -> event.text("/responseElements/accessKey/accessKeyId"))
                        .filter(key -> !key.isEmpty()))
                .containsExactly(SampleIntrusion.BACKDOOR_KEY);
    }

    @Test
    void the_new_user_stops_the_trail_and_starts_a_fleet() {
        assertThat(SAMPLE.calls(SampleIntrusion.BACKDOOR_KEY, SampleIntrusion.BACKDOOR_IP))
                .hasSize(SampleIntrusion.BACKDOOR_CALLS);
        assertThat(named("StopLogging").filter(event -> !denied(event)).map(Collected.Read::time))
                .containsExactly(SampleIntrusion.LOGGING_STOPPED);
        assertThat(named("DeleteTrail")).hasSize(1).allMatch(SampleIntrusionTest::denied);
        assertThat(named("RunInstances")
                        .filter(event -> event.text("/awsRegion").equals(SampleIntrusion.UNUSED_REGION.code()))
                        .flatMap(SampleIntrusionTest::instances))
                .containsExactlyElementsOf(SampleIntrusion.FLEET);
        assertThat(named("TerminateInstances")
                        .filter(event -> event.text("/awsRegion").equals(SampleIntrusion.UNUSED_REGION.code()))
                        .flatMap(SampleIntrusionTest::instances))
                .containsExactlyElementsOf(SampleIntrusion.FLEET);
    }

    @Test
    void nobody_else_works_in_the_region_of_the_fleet() {
        assertThat(SAMPLE.events(LogKind.EVENTS)
                        .filter(event -> event.text("/awsRegion").equals(SampleIntrusion.UNUSED_REGION.code()))
                        .map(event -> event.text("/sourceIPAddress"))
                        .distinct())
                .containsExactlyInAnyOrder(
                        "config.amazonaws.com", SampleIntrusion.THIEF_IP, SampleIntrusion.BACKDOOR_IP, "192.0.2.42");
    }

    @Test
    void the_customers_exports_are_read() {
        List<Collected.Read> reads = SAMPLE.calls(SampleIntrusion.BACKDOOR_KEY, SampleIntrusion.BACKDOOR_IP)
                .filter(event -> event.text("/eventName").equals("GetObject"))
                .toList();

        assertThat(reads)
                .hasSize(SampleIntrusion.OBJECTS_READ)
                .allMatch(event -> event.text("/requestParameters/bucketName").equals(SampleIntrusion.BUCKET));
        assertThat(reads.stream()
                        .mapToLong(event -> event.record()
                                .at("/additionalEventData/bytesTransferredOut")
                                .asLong())
                        .sum())
                .isEqualTo(SampleIntrusion.BYTES_READ);
    }

    @Test
    void root_signs_in_without_mfa_and_acts_with_a_temporary_key() {
        assertThat(named("ConsoleLogin")
                        .filter(event -> event.text("/userIdentity/type").equals("Root")))
                .extracting(
                        event -> event.text("/responseElements/ConsoleLogin"), event -> event.text("/sourceIPAddress"))
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("Failure", SampleIntrusion.ROOT_IP),
                        org.assertj.core.groups.Tuple.tuple("Failure", SampleIntrusion.ROOT_IP),
                        org.assertj.core.groups.Tuple.tuple("Success", SampleIntrusion.ROOT_IP));
        assertThat(SAMPLE.calls(SampleIntrusion.ROOT_SESSION_KEY, SampleIntrusion.ROOT_IP))
                .hasSize(SampleIntrusion.ROOT_CALLS)
                .allMatch(event -> event.time().isAfter(SampleIntrusion.ROOT_SIGN_IN));
    }

    @Test
    void the_keys_are_made_inactive_and_nothing_follows() {
        assertThat(named("UpdateAccessKey").map(event -> event.text("/requestParameters/accessKeyId")))
                .containsExactly(SampleIntrusion.LEAKED_KEY, SampleIntrusion.BACKDOOR_KEY);
        assertThat(named("UpdateAccessKey").map(Collected.Read::time)).contains(SampleIntrusion.KEY_DISABLED);
        Set<String> strangers = Set.of(SampleIntrusion.THIEF_IP, SampleIntrusion.BACKDOOR_IP, SampleIntrusion.ROOT_IP);
        assertThat(SAMPLE.events(LogKind.EVENTS).filter(event -> strangers.contains(event.text("/sourceIPAddress"))))
                .allMatch(event -> event.time().isBefore(SampleIntrusion.KEY_DISABLED));
    }

    private static Stream<Collected.Read> named(String action) {
        return SAMPLE.events(LogKind.EVENTS)
                .filter(event -> event.text("/eventName").equals(action));
    }

    private static boolean denied(Collected.Read event) {
        return Set.of("AccessDenied", "Client.UnauthorizedOperation").contains(event.text("/errorCode"));
    }

    private static Stream<String> instances(Collected.Read event) {
        return event.record().at("/responseElements/instancesSet/items").findValuesAsText("instanceId").stream();
    }
}
