package dev.trailwise.oracle;

/** The sets of questions, in the order of the report, and how many of each must have the same rows. */
enum QuestionSet {
    SAVED("saved queries, with their example parameters", 100),
    CORPUS("written by hand: what people write over CloudTrail, and every function", 98),
    RANDOM("random filters and aggregates, by seed", 98),
    PARTITIONS("random conditions on account, Region and day, by seed", 95),
    LAYOUTS("scopes, in every layout", 100),
    SIGMA("random Sigma rules, by seed, over events with what is odd about them", 100),
    GENERATED("expressions by seed: every form of every function, casts, operators, at the edges of their types", 80);

    final String words;
    final int percentEqual;

    QuestionSet(String words, int percentEqual) {
        this.words = words;
        this.percentEqual = percentEqual;
    }
}
