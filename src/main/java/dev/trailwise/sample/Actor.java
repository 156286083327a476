package dev.trailwise.sample;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;

/**
 * Someone or something that makes calls.
 *
 * @param name what the script calls it
 * @param accounts where it acts, by account
 * @param regions where it acts, by Region
 * @param hours at which of the script's hours it acts
 * @param least how many calls it makes at least in one account, Region and hour
 * @param most how many it makes at most
 * @param weekdays whether it rests on Saturday and Sunday
 * @param from the first day on which it acts
 * @param until the last day
 * @param does the groups of calls it makes
 * @param fields what is particular about its records
 */
record Actor(
        String name,
        List<String> accounts,
        List<String> regions,
        List<String> hours,
        int least,
        int most,
        boolean weekdays,
        LocalDate from,
        LocalDate until,
        List<String> does,
        Fields fields) {
    static Actor of(Block block) {
        List<String> calls = List.of(block.attribute("calls").orElse("0-0").split("-"));
        return new Actor(
                block.words().get(0),
                block.list("accounts"),
                block.list("regions"),
                block.list("hours"),
                Integer.parseInt(calls.get(0)),
                Integer.parseInt(calls.get(1)),
                block.says("weekdays"),
                block.attribute("from").map(LocalDate::parse).orElse(LocalDate.MIN),
                block.attribute("until").map(LocalDate::parse).orElse(LocalDate.MAX),
                block.list("does"),
                Fields.of(block));
    }

    /** Whether it makes everyday calls on the day. */
    boolean works(LocalDate day) {
        boolean weekend = day.getDayOfWeek().compareTo(DayOfWeek.FRIDAY) > 0;
        return most > 0 && !(weekdays && weekend) && !day.isBefore(from) && !day.isAfter(until);
    }
}
