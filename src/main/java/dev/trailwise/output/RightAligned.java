package dev.trailwise.output;

import dev.trailwise.engine.ResultColumn;

/** Numbers stand at the right, so that their digits line up. */
final class RightAligned {
    private RightAligned() {}

    static boolean is(ResultColumn column) {
        return switch (column.type()) {
            case INTEGER, DECIMAL, REAL -> true;
            default -> false;
        };
    }
}
