package dev.trailwise.oracle;

import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Counts of judgements, and whether they are as promised. */
record Summary(List<Judgement> judgements) {
    Summary {
        judgements = List.copyOf(judgements);
    }

    Summary of(QuestionSet set) {
        return new Summary(
                judgements.stream().filter(one -> one.question().set() == set).toList());
    }

    long count(Verdict verdict) {
        return count(one -> one.verdict() == verdict);
    }

    long count(Predicate<Judgement> wanted) {
        return judgements.stream().filter(wanted).count();
    }

    /** The questions that both answer, so that there are rows to compare. */
    long answered() {
        return judgements.size() - count(Verdict.REFUSED_BY_BOTH) - count(Verdict.MORE);
    }

    boolean passes() {
        return judgements.stream().allMatch(Judgement::passes)
                && Arrays.stream(QuestionSet.values()).allMatch(set -> of(set).reaches(set.percentEqual));
    }

    private boolean reaches(int percent) {
        return count(Verdict.SAME) * 100 >= answered() * percent;
    }

    /** A line a set, for the terminal; the last one is in the form that test runners count by. */
    String text() {
        StringBuilder text = new StringBuilder();
        for (QuestionSet set : QuestionSet.values()) {
            Summary of = of(set);
            if (!of.judgements().isEmpty()) {
                text.append(set).append(": ").append(of.judgements().size()).append(" questions");
                text.append(Arrays.stream(Verdict.values())
                        .filter(verdict -> of.count(verdict) > 0)
                        .map(verdict -> ", " + of.count(verdict) + " " + verdict.words)
                        .collect(Collectors.joining()));
                long over = of.count(Judgement::isOverestimated);
                text.append(over == 0 ? "\n" : ", " + over + " estimated above what was read\n");
            }
        }
        for (QuestionSet set : QuestionSet.values()) {
            if (!of(set).reaches(set.percentEqual)) {
                text.append(set)
                        .append(": fewer than ")
                        .append(set.percentEqual)
                        .append(" % have the same rows\n");
            }
        }
        long passed = count(Judgement::passes);
        return text + "conformance: " + passed + " passed, " + (judgements.size() - passed) + " failed\n";
    }
}
