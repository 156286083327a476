package dev.trailwise.aws.athena;

import dev.trailwise.aws.client.AwsCall;
import dev.trailwise.aws.client.AwsClients;
import java.util.List;
import software.amazon.awssdk.services.athena.model.WorkGroupState;

/** The workgroups of the account in the Region. */
public final class WorkgroupNames {
    private WorkgroupNames() {}

    /**
     * The names of those that are enabled, in order.
     *
     * @throws dev.trailwise.failure.Failure when they cannot be listed
     */
    public static List<String> enabled(AwsClients clients) {
        return AwsCall.run(
                "athena:ListWorkGroups",
                "your account",
                () -> clients.athena().listWorkGroupsPaginator(request -> {}).stream()
                        .flatMap(page -> page.workGroups().stream())
                        .filter(group -> group.state() != WorkGroupState.DISABLED)
                        .map(group -> group.name())
                        .sorted()
                        .toList());
    }
}
