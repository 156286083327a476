package dev.trailwise.sample;

import dev.trailwise.trail.AccountId;
import dev.trailwise.trail.LogKind;
import dev.trailwise.trail.Region;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;

/** Plays the script: the everyday calls of the actors, and what happened at set times. */
final class ScriptPlayer {
    private final Script script;
    private final long seed;
    private final Recorder recorder;
    private final Deliveries deliveries;

    ScriptPlayer(Script script, long seed, Deliveries deliveries) {
        this.script = script;
        this.seed = seed;
        this.recorder = new Recorder(script, seed);
        this.deliveries = deliveries;
    }

    /** Makes the calls of every actor on a day. */
    void play(LocalDate day) {
        for (Actor actor : script.actors()) {
            if (actor.works(day)) {
                actor.accounts()
                        .forEach(account -> actor.regions()
                                .forEach(region -> work(actor, new AccountId(account), new Region(region), day)));
            }
        }
    }

    private void work(Actor actor, AccountId account, Region region, LocalDate day) {
        SeededRandom random = SeededRandom.of(seed, actor.name() + account + region + day);
        List<Call> repertoire = script.repertoire(actor);
        for (LocalTime hour : script.hours(actor)) {
            Instant start = day.atTime(hour).toInstant(ZoneOffset.UTC);
            int calls = random.between(actor.least(), actor.most());
            for (int i = 0; i < calls; i++) {
                Instant time = start.plusSeconds(random.below((int) Deliveries.COLLECTED.toSeconds()));
                call(random, actor, random.pick(repertoire), account, region, time);
            }
        }
    }

    private void call(SeededRandom random, Actor actor, Call call, AccountId account, Region region, Instant time) {
        Region recorded = call.global() ? Region.US_EAST_1 : region;
        RenderContext context = recorder.context(random, actor, call, account, recorded, time);
        deliveries.add(LogKind.EVENTS, account, recorded, time, recorder.record(context, LogKind.EVENTS, actor, call));
        call.counterpart().ifPresent(name -> counterpart(context, actor, script.counterpart(name), recorded, time));
    }

    /** The same request as the other account sees it: another event id, but the request and its values are shared. */
    private void counterpart(RenderContext context, Actor actor, Call call, Region region, Instant time) {
        AccountId account = new AccountId(context.value("target"));
        context.set("account", account.digits());
        deliveries.add(LogKind.EVENTS, account, region, time, recorder.record(context, LogKind.EVENTS, actor, call));
    }

    /** Makes the calls that the script schedules. */
    void play(ScriptedCall scripted) {
        Actor actor = script.actor(scripted.actor());
        AccountId account = new AccountId(
                scripted.account().orElseGet(() -> actor.accounts().get(0)));
        Region region =
                new Region(scripted.region().orElseGet(() -> actor.regions().get(0)));
        SeededRandom random = SeededRandom.of(
                seed, scripted.time() + scripted.actor() + scripted.call().action() + region);
        for (int i = 0; i < scripted.times(); i++) {
            Instant time = scripted.time().plus(scripted.every().multipliedBy(i));
            RenderContext context = recorder.context(random, actor, scripted.call(), account, region, time)
                    .set("i", Integer.toString(i));
            String record = recorder.record(context, scripted.kind(), actor, scripted.call());
            Instant ready = time.plus(scripted.late());
            deliveries.add(scripted.kind(), account, region, ready, record);
            if (scripted.redeliveredAfter().compareTo(Duration.ZERO) > 0) {
                deliveries.add(scripted.kind(), account, region, ready.plus(scripted.redeliveredAfter()), record);
            }
        }
    }
}
