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
final class Stage {
    private final Script script;
    private final long seed;
    private final Recorder recorder;
    private final Deliveries deliveries;

    Stage(Script script, long seed, Deliveries deliveries) {
        this.script = script;
        this.seed = seed;
        this.recorder = new Recorder(script, seed);
        this.deliveries = deliveries;
    }

    /** Lets every actor do a day's work. */
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
        Dice dice = Dice.of(seed, actor.name() + account + region + day);
        List<Call> repertoire = script.repertoire(actor);
        for (LocalTime hour : script.hours(actor)) {
            Instant start = day.atTime(hour).toInstant(ZoneOffset.UTC);
            int calls = dice.between(actor.least(), actor.most());
            for (int i = 0; i < calls; i++) {
                Instant time = start.plusSeconds(dice.below((int) Deliveries.COLLECTED.toSeconds()));
                call(dice, actor, dice.pick(repertoire), account, region, time);
            }
        }
    }

    private void call(Dice dice, Actor actor, Call call, AccountId account, Region region, Instant time) {
        Region recorded = call.global() ? Region.US_EAST_1 : region;
        Scene scene = recorder.scene(dice, actor, call, account, recorded, time);
        deliveries.add(LogKind.EVENTS, account, recorded, time, recorder.record(scene, LogKind.EVENTS, actor, call));
        call.counterpart().ifPresent(name -> counterpart(scene, actor, script.counterpart(name), recorded, time));
    }

    /** The same request as the other account sees it: another event id, but the request and its values are shared. */
    private void counterpart(Scene scene, Actor actor, Call call, Region region, Instant time) {
        AccountId account = new AccountId(scene.value("target"));
        scene.set("account", account.digits());
        deliveries.add(LogKind.EVENTS, account, region, time, recorder.record(scene, LogKind.EVENTS, actor, call));
    }

    /** Lets happen what the script sets to a time. */
    void play(ScriptedCall occasion) {
        Actor actor = script.actor(occasion.actor());
        AccountId account = new AccountId(
                occasion.account().orElseGet(() -> actor.accounts().get(0)));
        Region region =
                new Region(occasion.region().orElseGet(() -> actor.regions().get(0)));
        Dice dice = Dice.of(
                seed, occasion.time() + occasion.actor() + occasion.call().action() + region);
        for (int i = 0; i < occasion.times(); i++) {
            Instant time = occasion.time().plus(occasion.every().multipliedBy(i));
            Scene scene = recorder.scene(dice, actor, occasion.call(), account, region, time)
                    .set("i", Integer.toString(i));
            String record = recorder.record(scene, occasion.kind(), actor, occasion.call());
            Instant ready = time.plus(occasion.late());
            deliveries.add(occasion.kind(), account, region, ready, record);
            if (occasion.again().compareTo(Duration.ZERO) > 0) {
                deliveries.add(occasion.kind(), account, region, ready.plus(occasion.again()), record);
            }
        }
    }
}
