package dev.trailwise.setup.check;

import java.util.regex.Pattern;

/** A command of the AWS CLI, a word at a time. */
final class AwsCommand {
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_@%+=:,./-]+");

    private final StringBuilder text;

    /** A command of a service, for example {@code update-trail} of {@code cloudtrail}. */
    AwsCommand(String service, String command) {
        text = new StringBuilder("aws ").append(service).append(' ').append(command);
    }

    /** An option without a value. */
    AwsCommand option(String name) {
        text.append(" --").append(name);
        return this;
    }

    /** An option with a value, in quotes where a shell needs them. */
    AwsCommand option(String name, String value) {
        option(name).text.append(' ').append(quoted(value));
        return this;
    }

    private static String quoted(String value) {
        return PLAIN.matcher(value).matches() ? value : "'" + value.replace("'", "'\\''") + "'";
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
