package dev.trailwise.local.read;

/** Slices an event that lies as a string inside other JSON, as LookupEvents prints it. */
final class EventText {
    private final Slicer slicer;
    private final Text text = new Text();

    EventText(Plan plan) {
        slicer = new Slicer(plan);
    }

    /**
     * Slices the event in the validated JSON string {@code b[from, to)}, given with its quotes.
     *
     * @return the slices, good until the next call
     */
    Slicer slice(byte[] b, int from, int to) throws Damage {
        text.clear();
        text.unescaped(b, from + 1, to - 1);
        slicer.end = text.length();
        text.add(new byte[JsonScanner.PADDING]);
        slicer.bytes = text.bytes();
        slicer.last = true;
        slicer.seal();
        int p = slicer.space(0);
        if (slicer.bytes[p] != '{') {
            throw slicer.unexpected(p, "an event");
        }
        p = slicer.space(slicer.event(p));
        if (p < slicer.end) {
            throw slicer.unexpected(p, "the end of the event");
        }
        return slicer;
    }
}
