package dev.trailwise.sigma.rule;

/** A part of a date that is a number. */
public enum DateUnit {
    MINUTE,
    HOUR,
    DAY,
    WEEK,
    MONTH,
    YEAR
}
