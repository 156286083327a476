package dev.trailwise.sigma;

import dev.trailwise.sigma.rule.Correlation;
import dev.trailwise.sigma.rule.Document;
import dev.trailwise.sigma.rule.Refusal;
import dev.trailwise.sigma.rule.Rule;
import dev.trailwise.sigma.sql.FieldTexts;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Finds the rules that correlations refer to. */
final class CorrelationResolver {
    /** A correlation in its file. */
    record Placed(RuleFile file, Correlation correlation) {}

    private final List<Placed> correlations = new ArrayList<>();
    private final List<SigmaRule> rules;
    private final List<Document.OfOtherLogs> others = new ArrayList<>();
    private final Set<String> names;
    private final Map<Placed, Verdict> verdicts = new HashMap<>();
    private final Set<Placed> open = new HashSet<>();

    /**
     * @param rules those that run
     * @param names the names that are taken here
     */
    CorrelationResolver(List<RuleFile> files, List<SigmaRule> rules, Set<String> names) {
        this.rules = rules;
        this.names = names;
        for (RuleFile file : files) {
            for (Document document : file.documents()) {
                if (document instanceof Document.OfCorrelation of) {
                    correlations.add(new Placed(file, file.licensed(of.correlation())));
                } else if (document instanceof Document.OfOtherLogs other) {
                    others.add(other);
                }
            }
        }
    }

    /** What becomes of each correlation. */
    List<Verdict> verdicts() {
        return correlations.stream().map(this::verdict).toList();
    }

    /** Whether a rule or correlation is only there for correlations. */
    boolean isSilent(Rule rule) {
        List<Placed> users = correlations.stream()
                .filter(placed -> placed.correlation().rules().stream().anyMatch(rule::isCalled))
                .toList();
        return !users.isEmpty()
                && users.stream().noneMatch(placed -> placed.correlation().generate());
    }

    private Verdict verdict(Placed placed) {
        Verdict known = verdicts.get(placed);
        if (known != null) {
            return known;
        }
        open.add(placed);
        Verdict verdict = resolved(placed);
        open.remove(placed);
        verdicts.put(placed, verdict);
        return verdict;
    }

    private Verdict resolved(Placed placed) {
        Correlation correlation = placed.correlation();
        RuleFile file = placed.file();
        String title = correlation.about().title();
        int line = correlation.about().line();
        Optional<Document.OfOtherLogs> other = ofOtherLogs(correlation);
        if (other.isPresent()) {
            return new Verdict.OtherLogs(file.label(), line, title, other.get().source());
        }
        try {
            List<SigmaCorrelation.Reference> references = new ArrayList<>();
            for (String name : correlation.rules()) {
                references.add(reference(correlation, name));
            }
            correlation.field().ifPresent(field -> check(line, field));
            return new Verdict.Correlates(
                    new SigmaCorrelation(
                            file.ruleName(correlation.about(), names),
                            file.topic(),
                            file.label(),
                            correlation,
                            references),
                    isSilent(correlation.about()));
        } catch (Refusal refusal) {
            return new Verdict.Refused(file.label(), title, refusal);
        }
    }

    /** The logs of its rules when none of them is for CloudTrail. */
    private Optional<Document.OfOtherLogs> ofOtherLogs(Correlation correlation) {
        List<Document.OfOtherLogs> found = others.stream()
                .filter(other -> correlation.rules().stream().anyMatch(other.names()::contains))
                .toList();
        return found.size() == correlation.rules().size() ? found.stream().findFirst() : Optional.empty();
    }

    private SigmaCorrelation.Reference reference(Correlation correlation, String name) {
        int line = correlation.about().line();
        List<SigmaRule> called =
                rules.stream().filter(rule -> rule.rule().isCalled(name)).toList();
        List<Placed> chained = correlations.stream()
                .filter(placed -> placed.correlation().about().isCalled(name))
                .toList();
        if (called.size() + chained.size() > 1) {
            throw new Refusal(line, "several rules are called '" + name + "'; write the id of one");
        }
        if (!chained.isEmpty()) {
            return chained(correlation, name, chained.get(0));
        }
        if (called.isEmpty()) {
            throw new Refusal(line, "no rule for CloudTrail with the id or name '" + name + "' runs here");
        }
        SigmaRule rule = called.get(0);
        List<String> fields = new ArrayList<>();
        for (String group : correlation.groupBy()) {
            String field = field(correlation, group, rule.rule()::isCalled, name);
            check(line, field);
            fields.add(field);
        }
        return new SigmaCorrelation.OfRule(name, rule, fields);
    }

    private SigmaCorrelation.Reference chained(Correlation correlation, String name, Placed placed) {
        int line = correlation.about().line();
        if (!correlation.type().isTemporal()) {
            throw new Refusal(
                    line,
                    correlation.type() + " of the correlation '" + name
                            + "' is not supported, because its windows overlap; use temporal or temporal_ordered");
        }
        if (open.contains(placed)) {
            throw new Refusal(line, "the correlation '" + name + "' refers to itself");
        }
        if (!(verdict(placed) instanceof Verdict.Correlates inner)) {
            throw new Refusal(line, "the correlation '" + name + "' does not run here");
        }
        Correlation of = inner.correlation().correlation();
        List<Integer> places = new ArrayList<>();
        for (String group : correlation.groupBy()) {
            String field = field(correlation, group, of.about()::isCalled, name);
            int place = of.groupBy().indexOf(field);
            if (place < 0) {
                throw new Refusal(
                        line,
                        "the correlation '" + name + "' does not group by " + field + ", which this one groups by");
            }
            places.add(place);
        }
        return new SigmaCorrelation.OfCorrelation(name, inner.correlation(), places);
    }

    private static String field(Correlation correlation, String group, Predicate<String> isCalled, String name) {
        @Nullable Map<String, String> alias = correlation.aliases().get(group);
        if (alias == null) {
            return group;
        }
        return alias.entrySet().stream()
                .filter(entry -> isCalled.test(entry.getKey()))
                .findFirst()
                .map(Map.Entry::getValue)
                .orElseThrow(() -> new Refusal(
                        correlation.about().line(),
                        "the alias '" + group + "' has no field of the rule '" + name + "'"));
    }

    private static void check(int line, String field) {
        try {
            FieldTexts.array(field);
        } catch (IllegalArgumentException noField) {
            throw new Refusal(line, String.valueOf(noField.getMessage()));
        }
    }
}
