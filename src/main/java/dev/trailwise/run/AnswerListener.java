package dev.trailwise.run;

/** Hears what is known of an answer besides its rows. */
public interface AnswerListener {
    /** Does nothing. */
    AnswerListener NONE = answer -> {};

    /** Called once a query is answered and its rows are written. */
    void answered(Answer answer);
}
