package dev.trailwise.setup.check;

import java.util.Locale;

/** The language of a change. */
public enum ChangeForm {
    CLI,
    TERRAFORM,
    CLOUDFORMATION;

    String of(Change change) {
        return switch (this) {
            case CLI -> change.cli();
            case TERRAFORM -> change.terraform();
            case CLOUDFORMATION -> change.cloudFormation();
        };
    }

    /** The word of the command line, for example {@code terraform}. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
