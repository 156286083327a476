package dev.trailwise.sample;

import dev.trailwise.trail.LogKind;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * A call, or a row of equal ones, at a time that the script sets.
 *
 * @param time when the first is made
 * @param actor who makes it
 * @param call what is called
 * @param account in which account, when not the actor's first
 * @param region in which Region, when not the actor's first
 * @param times how many there are
 * @param every the time from one to the next
 * @param late how much later than usual it is delivered
 * @param redeliveredAfter how much later still it is delivered once more; zero for once only
 * @param kind in which files it is delivered
 */
record ScriptedCall(
        Instant time,
        String actor,
        Call call,
        Optional<String> account,
        Optional<String> region,
        int times,
        Duration every,
        Duration late,
        Duration redeliveredAfter,
        LogKind kind) {
    static ScriptedCall of(Block block) {
        return new ScriptedCall(
                Instant.parse(block.words().get(0)),
                block.words().get(1),
                Call.of(block.words().get(2), block),
                block.attribute("account"),
                block.attribute("region"),
                block.attribute("times").map(Integer::parseInt).orElse(1),
                duration(block, "every"),
                duration(block, "late"),
                duration(block, "again"),
                block.attribute("kind").map(LogKind::valueOf).orElse(LogKind.EVENTS));
    }

    private static Duration duration(Block block, String name) {
        return block.attribute(name).map(text -> Duration.parse("PT" + text)).orElse(Duration.ZERO);
    }
}
