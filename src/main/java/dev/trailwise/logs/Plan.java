package dev.trailwise.logs;

/** What to look for in an event: the wanted leaves, and what every event is asked about itself. */
final class Plan {
    final int eventVersion;
    final int eventTime;

    /** The slot of the time that the table's scope compares. */
    final int time;

    final int eventId;
    final int eventType;
    final int eventCategory;
    final int awsRegion;
    final int recipientAccount;
    final int userAccount;

    /** The slot of a text that is an event. */
    final int eventText;

    /** The slot of a text that may contain events. */
    final int text;

    /** The slot of each wanted leaf; -1 for those without a key. */
    final int[] wanted;

    private final Node event;
    private final Node candidate;

    Plan(Leaves leaves, int[] wanted) {
        Node.Builder tree = new Node.Builder();
        for (int leaf : wanted) {
            if (leaves.all().get(leaf).kind().hasKey()) {
                tree.add(leaves.all().get(leaf).path());
            }
        }
        tree.add("eventversion")
                .add("eventtime")
                .add("eventid")
                .add("eventtype")
                .add("eventcategory");
        tree.add("awsregion").add("useridentity.accountid");
        tree.add(leaves.table().time()).add(leaves.table().account());
        event = tree.build();
        candidate = event.withWrappers(tree.names());
        eventVersion = tree.slot("eventversion");
        eventTime = tree.slot("eventtime");
        time = tree.slot(leaves.table().time());
        eventId = tree.slot("eventid");
        eventType = tree.slot("eventtype");
        eventCategory = tree.slot("eventcategory");
        awsRegion = tree.slot("awsregion");
        recipientAccount = tree.slot(leaves.table().account());
        userAccount = tree.slot("useridentity.accountid");
        eventText = event.end + Wrapper.EVENT_TEXT.offset();
        text = event.end + Wrapper.TEXT.offset();
        this.wanted = new int[wanted.length];
        for (int k = 0; k < wanted.length; k++) {
            Leaf leaf = leaves.all().get(wanted[k]);
            this.wanted[k] = leaf.kind().hasKey() ? tree.slot(leaf.path()) : -1;
        }
    }

    /** The keys of an event. */
    Node event() {
        return event;
    }

    /** The keys of an object that may be an event or hold some. */
    Node candidate() {
        return candidate;
    }

    int slots() {
        return candidate.end;
    }
}
