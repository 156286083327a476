package dev.trailwise.cost;

import dev.trailwise.failure.Remedy;
import java.util.List;

/**
 * A way to ask for less.
 *
 * @param argument the flag that does it
 * @param effect what it leaves out or keeps: {@code leaves out eu-west-1}
 * @param estimate what the query then costs
 */
public record Narrowing(Remedy.Argument argument, String effect, Estimate estimate) {
    /** The same as a remedy. */
    public Remedy remedy(String effectAndCost) {
        return new Remedy.Flag(List.of(argument), effectAndCost);
    }
}
