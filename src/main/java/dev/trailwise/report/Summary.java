package dev.trailwise.report;

import dev.trailwise.chart.Numbers;
import dev.trailwise.hunt.Findings;
import dev.trailwise.output.Counts;
import dev.trailwise.query.SavedQuery;
import dev.trailwise.query.detection.Level;
import dev.trailwise.report.Overview.Count;
import dev.trailwise.report.Overview.Property;
import dev.trailwise.report.page.Block;
import dev.trailwise.report.page.Block.Fact;
import dev.trailwise.workspace.Workspace;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** What a report comes to, in words and figures. */
final class Summary {
    private static final int MOST_NAMED = 5;

    private final Workspace workspace;
    private final ReportRequest request;
    private final List<PartAnswers> answers;
    private final List<Findings> found;
    private final List<SavedQuery> detections;

    Summary(
            Workspace workspace,
            ReportRequest request,
            List<PartAnswers> answers,
            List<Findings> found,
            List<SavedQuery> detections) {
        this.workspace = workspace;
        this.request = request;
        this.answers = answers;
        this.found = found;
        this.detections = detections;
    }

    /** @param overview where a part counts all events */
    List<Block> blocks(Optional<Overview> overview) {
        List<Block> blocks = new ArrayList<>();
        List<String> sentences = new ArrayList<>();
        overview.filter(all -> all.events() > 0).map(Summary::events).ifPresent(sentences::add);
        if (!detections.isEmpty()) {
            sentences.add(detections());
        }
        if (!sentences.isEmpty()) {
            blocks.add(new Block.Prose(String.join(" ", sentences)));
        }
        if (!request.report().notes().isEmpty()) {
            blocks.add(new Block.Prose(request.report().notes()));
        }
        blocks.add(new Block.Facts(facts(overview)));
        return blocks;
    }

    private static String events(Overview all) {
        return "From " + all.first().orElse("") + " to " + all.last().orElse("") + " UTC, "
                + Counts.of(all.events(), "event") + " in " + Counts.of(all.values(Property.ACCOUNT), "account")
                + " and " + Counts.of(all.values(Property.REGION), "Region") + ": "
                + Counts.of(all.values(Property.PRINCIPAL), "principal") + " called "
                + Counts.of(all.values(Property.ACTION), "action") + " from "
                + (all.values(Property.ADDRESS) == 1
                        ? "1 source address"
                        : Numbers.whole(all.values(Property.ADDRESS)) + " source addresses")
                + "; " + Numbers.whole(all.denied()) + " calls were denied and " + Numbers.whole(all.failed())
                + " failed otherwise.";
    }

    private String detections() {
        long findings = found.stream().mapToLong(Findings::count).sum();
        String sum = Numbers.whole(found.size()) + " of " + Numbers.whole(detections.size()) + " detections found "
                + (findings == 0 ? "nothing" : Counts.of(findings, "finding"));
        if (found.isEmpty()) {
            return sum + ".";
        }
        Level highest = found.get(0).level();
        List<String> names = found.stream()
                .filter(one -> one.level() == highest)
                .map(one -> one.detection().name())
                .toList();
        return sum + "; the highest level is " + highest + ", of "
                + names.stream().limit(MOST_NAMED).collect(Collectors.joining(", "))
                + (names.size() > MOST_NAMED ? " and " + (names.size() - MOST_NAMED) + " more" : "") + ".";
    }

    private List<Fact> facts(Optional<Overview> overview) {
        List<Fact> facts = new ArrayList<>();
        facts.add(new Fact("Scope", request.query().scope().scope().description()));
        overview.filter(all -> all.values(Property.ACCOUNT) > 0)
                .ifPresent(all -> facts.add(new Fact("Accounts", accounts(all))));
        if (!detections.isEmpty()) {
            facts.add(new Fact("Findings by level", levels()));
            facts.add(new Fact("ATT&CK techniques with findings", techniques()));
        }
        facts.add(new Fact("Cost", PartAnswers.cost(answers)));
        return facts;
    }

    private String accounts(Overview all) {
        long more = all.values(Property.ACCOUNT) - MOST_NAMED;
        return all.of(Property.ACCOUNT).stream()
                        .limit(MOST_NAMED)
                        .map(Count::value)
                        .map(workspace.accountNames()::label)
                        .collect(Collectors.joining(", "))
                + (more > 0 ? " and " + Numbers.whole(more) + " more" : "");
    }

    private String levels() {
        List<Level> levels = new ArrayList<>(Arrays.asList(Level.values()));
        Collections.reverse(levels);
        return levels.stream()
                .map(level -> Numbers.whole(found.stream()
                                .filter(one -> one.level() == level)
                                .mapToLong(Findings::count)
                                .sum())
                        + " " + level)
                .collect(Collectors.joining(", "));
    }

    private String techniques() {
        List<String> techniques = found.stream()
                .flatMap(one -> one.detection().mitre().stream())
                .distinct()
                .sorted()
                .toList();
        return techniques.isEmpty() ? "none" : String.join(", ", techniques);
    }
}
