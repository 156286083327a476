package dev.trailwise.aws.athena;

import dev.trailwise.aws.client.AwsCall;
import dev.trailwise.aws.client.AwsClients;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import software.amazon.awssdk.services.athena.AthenaClient;

/**
 * The queries that are saved in a workgroup.
 *
 * @see <a href="https://docs.aws.amazon.com/athena/latest/APIReference/API_NamedQuery.html">NamedQuery</a>
 */
public final class NamedQueries {
    /** Most characters of a name. */
    public static final int MOST_NAME = 128;

    /** Most characters of a description. */
    public static final int MOST_DESCRIPTION = 1024;

    /** Most bytes of a query's text. */
    public static final int MOST_SQL_BYTES = 262_144;

    private static final int PAGE = 50;

    private final AwsClients clients;
    private final String workgroup;

    /** Those of this workgroup. */
    public NamedQueries(AwsClients clients, String workgroup) {
        this.clients = clients;
        this.workgroup = workgroup;
    }

    /** All of them, in Athena's order. */
    public List<NamedQuery> all() {
        List<String> ids = AwsCall.run(
                "athena:ListNamedQueries",
                place(),
                () ->
                        athena()
                                .listNamedQueriesPaginator(
                                        request -> request.workGroup(workgroup).maxResults(PAGE))
                                .stream()
                                .flatMap(page -> page.namedQueryIds().stream())
                                .toList());
        List<NamedQuery> queries = new ArrayList<>();
        for (int from = 0; from < ids.size(); from += PAGE) {
            queries.addAll(get(ids.subList(from, Math.min(ids.size(), from + PAGE))));
        }
        return queries;
    }

    /** What was deleted since it was listed is left out. */
    private List<NamedQuery> get(List<String> ids) {
        return AwsCall.run(
                "athena:BatchGetNamedQuery",
                place(),
                () -> athena().batchGetNamedQuery(request -> request.namedQueryIds(ids)).namedQueries().stream()
                        .map(query -> new NamedQuery(
                                query.namedQueryId(),
                                query.name(),
                                Objects.requireNonNullElse(query.description(), ""),
                                query.database(),
                                query.queryString()))
                        .toList());
    }

    /** Saves a new one. */
    public void create(String name, String description, String database, String sql) {
        AwsCall.run(
                "athena:CreateNamedQuery",
                place(),
                () -> athena().createNamedQuery(request -> request.name(name)
                        .description(description)
                        .database(database)
                        .queryString(sql)
                        .workGroup(workgroup)));
    }

    /** Puts another text and description in the place of those of a saved one; its name and database stay. */
    public void update(NamedQuery there, String description, String sql) {
        AwsCall.run(
                "athena:UpdateNamedQuery",
                place(),
                () -> athena().updateNamedQuery(request -> request.namedQueryId(there.id())
                        .name(there.name())
                        .description(description)
                        .queryString(sql)));
    }

    private String place() {
        return "workgroup " + workgroup;
    }

    private AthenaClient athena() {
        return clients.athena();
    }
}
