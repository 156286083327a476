package dev.trailwise.sigma;

import dev.trailwise.query.SavedQuery;
import dev.trailwise.sigma.rule.Condition;
import dev.trailwise.sigma.rule.Document;
import dev.trailwise.sigma.rule.Filter;
import dev.trailwise.sigma.rule.Refusal;
import dev.trailwise.sigma.rule.Rule;
import dev.trailwise.sigma.sql.Predicate;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The rules of some files and folders.
 *
 * @param verdicts what becomes of each document, in the order of the files
 */
public record RuleSet(List<Verdict> verdicts) {
    public RuleSet {
        verdicts = List.copyOf(verdicts);
    }

    /**
     * Reads rules.
     *
     * @param directory what relative paths are relative to
     * @param paths files, and folders with files named .yml or .yaml at any depth
     * @throws dev.trailwise.failure.Failure when one is not there, or they hold no rules
     */
    public static RuleSet read(Path directory, List<Path> paths) {
        return of(RuleFile.in(directory, paths));
    }

    static RuleSet of(List<RuleFile> files) {
        List<Filter> filters = new ArrayList<>();
        files.forEach(file -> file.documents().forEach(document -> {
            if (document instanceof Document.OfFilter filter) {
                filters.add(filter.filter());
            }
        }));
        List<Verdict> verdicts = new ArrayList<>();
        Set<String> names = new HashSet<>();
        Set<Filter> used = new HashSet<>();
        for (RuleFile file : files) {
            for (Document document : file.documents()) {
                if (document instanceof Document.OfRule of) {
                    verdicts.add(verdict(file, filtered(of.rule(), filters, used), names));
                }
            }
        }
        for (RuleFile file : files) {
            for (Document document : file.documents()) {
                other(file, document, used).ifPresent(verdicts::add);
            }
        }
        return new RuleSet(verdicts);
    }

    private static Rule filtered(Rule rule, List<Filter> filters, Set<Filter> used) {
        Rule filtered = rule;
        for (Filter filter : filters) {
            if (filter.isFor(rule)) {
                filtered = filtered.and(filter.condition());
                used.add(filter);
            }
        }
        return filtered;
    }

    private static Verdict verdict(RuleFile file, Rule rule, Set<String> names) {
        try {
            Predicate predicate = predicate(rule.condition(), rule.line());
            return new Verdict.Runs(
                    new SigmaRule(file.ruleName(rule, names), file.topic(), file.label(), rule, predicate));
        } catch (Refusal refusal) {
            return new Verdict.Refused(file.label(), rule.title(), refusal);
        }
    }

    private static Predicate predicate(Condition condition, int line) {
        try {
            return Predicate.of(condition);
        } catch (IllegalArgumentException notInSql) {
            throw new Refusal(line, String.valueOf(notInSql.getMessage()));
        }
    }

    private static java.util.Optional<Verdict> other(RuleFile file, Document document, Set<Filter> used) {
        if (document instanceof Document.Refused refused) {
            return java.util.Optional.of(new Verdict.Refused(file.label(), refused.title(), refused.refusal()));
        }
        if (document instanceof Document.OfOtherLogs other) {
            return java.util.Optional.of(
                    new Verdict.OtherLogs(file.label(), other.line(), other.title(), other.source()));
        }
        return document instanceof Document.OfFilter of
                ? java.util.Optional.of(new Verdict.Filters(
                        file.label(), of.filter().line(), of.filter().title(), used.contains(of.filter())))
                : java.util.Optional.empty();
    }

    /** The rules that can be run. */
    public List<SigmaRule> rules() {
        return verdicts.stream()
                .filter(Verdict.Runs.class::isInstance)
                .map(verdict -> ((Verdict.Runs) verdict).rule())
                .toList();
    }

    /** The same as detections. */
    public List<SavedQuery> detections() {
        return rules().stream().map(SigmaRule::detection).toList();
    }

    /** What cannot be used, a line each. */
    public List<String> problems() {
        return verdicts.stream()
                .filter(Verdict.Refused.class::isInstance)
                .map(verdict -> ((Verdict.Refused) verdict).problem())
                .toList();
    }
}
