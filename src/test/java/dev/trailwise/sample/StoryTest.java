package dev.trailwise.sample;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trailwise.trail.LogKind;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The facts that the demo and the docs tell are what the records say. */
class StoryTest {
    private static final Collected SAMPLE = Collected.sample();

    @Test
    void the_leaked_key_is_used_by_the_ci_service_and_by_the_thief() {
        List<Collected.Read> thief =
                SAMPLE.calls(Story.LEAKED_KEY, Story.THIEF_IP).toList();

        assertThat(thief).hasSize(Story.THIEF_CALLS);
        assertThat(thief).filteredOn(StoryTest::denied).hasSize(Story.THIEF_DENIED);
        assertThat(thief.stream().map(event -> event.text("/eventName")).distinct())
                .hasSize(Story.THIEF_ACTIONS);
        assertThat(thief.stream().map(Collected.Read::time))
                .contains(Story.FIRST_CALL)
                .allMatch(time -> !time.isBefore(Story.FIRST_CALL) && time.isBefore(Story.KEY_DISABLED));
        assertThat(SAMPLE.calls(Story.LEAKED_KEY, Story.CI_IP))
                .hasSizeGreaterThan(100)
                .allMatch(event -> event.time().isBefore(Story.FIRST_CALL));
        assertThat(SAMPLE.events(LogKind.EVENTS)
                        .filter(event -> event.text("/userIdentity/accessKeyId").equals(Story.LEAKED_KEY))
                        .map(event -> event.text("/sourceIPAddress"))
                        .distinct())
                .containsExactlyInAnyOrder(Story.CI_IP, Story.THIEF_IP);
    }

    @Test
    void the_thief_makes_an_administrator_with_a_key_and_a_password() {
        assertThat(SAMPLE.calls(Story.LEAKED_KEY, Story.THIEF_IP)
                        .filter(event ->
                                event.text("/requestParameters/userName").equals(Story.BACKDOOR_USER))
                        .map(event -> event.text("/eventName")))
                .containsExactly("CreateUser", "AttachUserPolicy", "CreateAccessKey", "CreateLoginProfile");
        assertThat(SAMPLE.events.stream()
                        .map(event -> event.text("/responseElements/accessKey/accessKeyId"))
                        .filter(key -> !key.isEmpty()))
                .containsExactly(Story.BACKDOOR_KEY);
    }

    @Test
    void the_new_user_stops_the_trail_and_starts_a_fleet() {
        assertThat(SAMPLE.calls(Story.BACKDOOR_KEY, Story.BACKDOOR_IP)).hasSize(Story.BACKDOOR_CALLS);
        assertThat(named("StopLogging").filter(event -> !denied(event)).map(Collected.Read::time))
                .containsExactly(Story.LOGGING_STOPPED);
        assertThat(named("DeleteTrail")).hasSize(1).allMatch(StoryTest::denied);
        assertThat(named("RunInstances")
                        .filter(event -> event.text("/awsRegion").equals(Story.UNUSED_REGION.code()))
                        .flatMap(StoryTest::instances))
                .containsExactlyElementsOf(Story.FLEET);
        assertThat(named("TerminateInstances")
                        .filter(event -> event.text("/awsRegion").equals(Story.UNUSED_REGION.code()))
                        .flatMap(StoryTest::instances))
                .containsExactlyElementsOf(Story.FLEET);
    }

    @Test
    void nobody_else_works_in_the_region_of_the_fleet() {
        assertThat(SAMPLE.events(LogKind.EVENTS)
                        .filter(event -> event.text("/awsRegion").equals(Story.UNUSED_REGION.code()))
                        .map(event -> event.text("/sourceIPAddress"))
                        .distinct())
                .containsExactlyInAnyOrder("config.amazonaws.com", Story.THIEF_IP, Story.BACKDOOR_IP, "192.0.2.42");
    }

    @Test
    void the_customers_exports_are_read() {
        List<Collected.Read> reads = SAMPLE.calls(Story.BACKDOOR_KEY, Story.BACKDOOR_IP)
                .filter(event -> event.text("/eventName").equals("GetObject"))
                .toList();

        assertThat(reads)
                .hasSize(Story.OBJECTS_READ)
                .allMatch(event -> event.text("/requestParameters/bucketName").equals(Story.BUCKET));
        assertThat(reads.stream()
                        .mapToLong(event -> event.record()
                                .at("/additionalEventData/bytesTransferredOut")
                                .asLong())
                        .sum())
                .isEqualTo(Story.BYTES_READ);
    }

    @Test
    void root_signs_in_without_mfa_and_acts_with_a_temporary_key() {
        assertThat(named("ConsoleLogin")
                        .filter(event -> event.text("/userIdentity/type").equals("Root")))
                .extracting(
                        event -> event.text("/responseElements/ConsoleLogin"), event -> event.text("/sourceIPAddress"))
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("Failure", Story.ROOT_IP),
                        org.assertj.core.groups.Tuple.tuple("Failure", Story.ROOT_IP),
                        org.assertj.core.groups.Tuple.tuple("Success", Story.ROOT_IP));
        assertThat(SAMPLE.calls(Story.ROOT_SESSION_KEY, Story.ROOT_IP))
                .hasSize(Story.ROOT_CALLS)
                .allMatch(event -> event.time().isAfter(Story.ROOT_SIGN_IN));
    }

    @Test
    void the_keys_are_made_inactive_and_nothing_follows() {
        assertThat(named("UpdateAccessKey").map(event -> event.text("/requestParameters/accessKeyId")))
                .containsExactly(Story.LEAKED_KEY, Story.BACKDOOR_KEY);
        assertThat(named("UpdateAccessKey").map(Collected.Read::time)).contains(Story.KEY_DISABLED);
        Set<String> strangers = Set.of(Story.THIEF_IP, Story.BACKDOOR_IP, Story.ROOT_IP);
        assertThat(SAMPLE.events(LogKind.EVENTS).filter(event -> strangers.contains(event.text("/sourceIPAddress"))))
                .allMatch(event -> event.time().isBefore(Story.KEY_DISABLED));
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
