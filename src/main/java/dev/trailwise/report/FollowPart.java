package dev.trailwise.report;

import dev.trailwise.cost.Estimate;
import dev.trailwise.failure.ExitCode;
import dev.trailwise.follow.ChainTree;
import dev.trailwise.follow.FollowRequest;
import dev.trailwise.follow.FollowSteps;
import dev.trailwise.follow.chain.Chain;
import dev.trailwise.report.page.Block;
import dev.trailwise.report.page.Block.TreeNode;
import dev.trailwise.report.page.Section;
import dev.trailwise.run.QueryRequest;
import dev.trailwise.workspace.Workspace;
import java.util.ArrayList;
import java.util.List;

/** What a credential led to and came from. */
final class FollowPart implements RunningPart {
    private final Workspace workspace;
    private final String title;
    private final FollowRequest request;
    private final FollowSteps steps;

    FollowPart(Workspace workspace, String title, FollowRequest request) {
        this.workspace = workspace;
        this.title = title;
        this.request = request;
        this.steps = new FollowSteps(workspace, request);
    }

    @Override
    public String title() {
        return title;
    }

    @Override
    public List<QueryRequest> requests() {
        return List.of(steps.first());
    }

    @Override
    public int most() {
        return request.mostSteps();
    }

    @Override
    public ExitCode run(List<QueryRequest> placed, List<Estimate> estimates) {
        ExitCode exit = steps.run(placed.get(0), estimates);
        steps.gaps().forEach(gap -> workspace.messages().warning(gap.prefixed(title + ": ")));
        return exit;
    }

    @Override
    public Section section() {
        List<Block> blocks = new ArrayList<>();
        if (!steps.gaps().isEmpty()) {
            blocks.add(new Block.Alert(
                    "This tree is incomplete",
                    steps.gaps().stream().map(workspace.messages()::text).toList()));
        }
        if (steps.walk().found() == 0) {
            blocks.add(new Block.Prose(
                    "No event in the scope names " + steps.walk().start().text() + "."));
        } else {
            blocks.add(new Block.Tree(nodes(ChainTree.of(steps.walk(), Chain.of(steps.walk())))));
        }
        return new Section(title, blocks);
    }

    private static List<TreeNode> nodes(List<ChainTree.Node> nodes) {
        return nodes.stream()
                .map(node -> new TreeNode(node.head(), node.lines(), nodes(node.children())))
                .toList();
    }
}
