package dev.trailwise.travel;

/** What became of the changes of address. */
final class TravelCount {
    private long found;
    private long possible;
    private long unknown;

    void found() {
        found++;
    }

    void possible() {
        possible++;
    }

    void unknown() {
        unknown++;
    }

    long tooFast() {
        return found;
    }

    long withoutPlace() {
        return unknown;
    }

    long all() {
        return found + possible + unknown;
    }
}
