package dev.trailwise.engine;

/** Receives the progress of a listing. Called from several threads. */
public interface ListingProgress {
    /** Nobody wants to know. */
    ListingProgress NONE = new ListingProgress() {
        @Override
        public void listed(long objects, long requests) {}

        @Override
        public void notKept(String reason) {}
    };

    /**
     * So far, a few times a second once it has taken a second.
     *
     * @param objects files counted
     * @param requests LIST requests made
     */
    void listed(long objects, long requests);

    /**
     * Folders of the bucket are looked up.
     *
     * @param requests LIST requests made so far
     */
    default void searched(long requests) {}

    /** What was found could not be kept on this machine, so that it will be listed again the next time. */
    void notKept(String reason);
}
