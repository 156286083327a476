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
                    verdicts.add(verdict(file, filtered(file.licensed(of.rule()), filters, used), names));
                }
            }
        }
        correlate(files, verdicts, names);
        for (RuleFile file : files) {
            for (Document document : file.documents()) {
                other(file, document, used).ifPresent(verdicts::add);
            }
        }
        return new RuleSet(verdicts);
    }

    private static void correlate(List<RuleFile> files, List<Verdict> verdicts, Set<String> names) {
        List<SigmaRule> rules = new RuleSet(verdicts).rules();
        CorrelationResolver resolver = new CorrelationResolver(files, rules, names);
        verdicts.replaceAll(verdict -> verdict instanceof Verdict.Runs runs
                ? new Verdict.Runs(runs.rule(), resolver.isSilent(runs.rule().rule()))
                : verdict);
        verdicts.addAll(resolver.verdicts());
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
                    new SigmaRule(file.ruleName(rule, names), file.topic(), file.label(), rule, predicate), false);
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

    /** The rules that can be run, also those that only correlations use. */
    public List<SigmaRule> rules() {
        return verdicts.stream()
                .filter(Verdict.Runs.class::isInstance)
                .map(verdict -> ((Verdict.Runs) verdict).rule())
                .toList();
    }

    /** The correlations that can be run, also those that only other correlations use. */
    public List<SigmaCorrelation> correlations() {
        return verdicts.stream()
                .filter(Verdict.Correlates.class::isInstance)
                .map(verdict -> ((Verdict.Correlates) verdict).correlation())
                .toList();
    }

    /** What has findings, as detections. */
    public List<SavedQuery> detections() {
        List<SavedQuery> detections = new ArrayList<>();
        for (Verdict verdict : verdicts) {
            if (verdict instanceof Verdict.Runs runs && !runs.silent()) {
                detections.add(runs.rule().detection());
            } else if (verdict instanceof Verdict.Correlates correlates && !correlates.silent()) {
                detections.add(correlates.correlation().detection());
            }
        }
        return detections;
    }

    /** What cannot be used, a line each. */
    public List<String> problems() {
        return verdicts.stream()
                .filter(Verdict.Refused.class::isInstance)
                .map(verdict -> ((Verdict.Refused) verdict).problem())
                .toList();
    }
}
