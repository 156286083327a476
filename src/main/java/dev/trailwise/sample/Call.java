package dev.trailwise.sample;

import java.util.List;
import java.util.Optional;

/**
 * An API call that actors make.
 *
 * @param service the service's short name, such as {@code iam}
 * @param action the action, such as {@code ListUsers}
 * @param reads whether it changes nothing
 * @param data whether it is a data event
 * @param global whether it is recorded in us-east-1, wherever it is made
 * @param denied whether the caller lacks the permission
 * @param weight how often it is made, compared with the others of its groups
 * @param groups which actors make it
 * @param counterpart the event of the same call that another account receives
 * @param fields what is particular about its record
 */
record Call(
        String service,
        String action,
        boolean reads,
        boolean data,
        boolean global,
        boolean denied,
        int weight,
        List<String> groups,
        Optional<String> counterpart,
        Fields fields) {
    /** @param name service and action, such as {@code iam:ListUsers} */
    static Call of(String name, Block block) {
        int colon = name.indexOf(':');
        return new Call(
                name.substring(0, colon),
                name.substring(colon + 1),
                block.says("read"),
                block.says("data"),
                block.says("global"),
                block.says("denied"),
                block.attribute("weight").map(Integer::parseInt).orElse(1),
                block.list("in"),
                block.attribute("counterpart"),
                Fields.of(block));
    }

    /** Sets what the record's defaults need to know of the call. */
    void describe(RenderContext context) {
        context.set("service", service)
                .set("action", action)
                .set("readonly", Boolean.toString(reads))
                .set("management", Boolean.toString(!data))
                .set("category", data ? "Data" : "Management");
    }
}
