package dev.trailwise.aws.athena;

import dev.trailwise.aws.client.AwsCall;
import dev.trailwise.aws.client.AwsClients;
import dev.trailwise.failure.ExitCode;
import dev.trailwise.failure.Failure;
import dev.trailwise.failure.Remedy;
import dev.trailwise.failure.SettingName;
import dev.trailwise.sql.CompiledQuery;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import software.amazon.awssdk.services.athena.model.InvalidRequestException;
import software.amazon.awssdk.services.athena.model.ResultReuseByAgeConfiguration;
import software.amazon.awssdk.services.athena.model.StartQueryExecutionRequest;

/**
 * Starts a query. Each start has a token of its own that all of its retries carry: when a reply is lost, Athena gives the
 * query's name again instead of running it twice.
 *
 * @see <a href="https://docs.aws.amazon.com/athena/latest/APIReference/API_StartQueryExecution.html">API</a>
 */
final class QueryStart {
    private final AwsClients clients;
    private final Workgroup workgroup;
    private final RunSettings terms;
    private final CompiledQuery query;

    QueryStart(AwsClients clients, Workgroup workgroup, RunSettings terms, CompiledQuery query) {
        this.clients = clients;
        this.workgroup = workgroup;
        this.terms = terms;
        this.query = query;
    }

    /**
     * Starts it, as a new one.
     *
     * @return what Athena calls it
     */
    String start() {
        StartQueryExecutionRequest request = request(UUID.randomUUID().toString());
        try {
            return AwsCall.run("athena:StartQueryExecution", "workgroup " + workgroup.name(), () -> started(request));
        } catch (Failure failure) {
            if (failure.exitCode() != ExitCode.UNAVAILABLE) {
                throw failure;
            }
            throw new Failure(
                    ExitCode.UNAVAILABLE,
                    failure.notice()
                            .and("\nWhether the query was started is not known. If it was, it is in the history of"
                                    + " workgroup " + workgroup.name() + ", runs to its end and is billed"),
                    failure);
        }
    }

    private String started(StartQueryExecutionRequest request) {
        try {
            return clients.athena().startQueryExecution(request).queryExecutionId();
        } catch (InvalidRequestException refused) {
            throw refusal(refused);
        }
    }

    private StartQueryExecutionRequest request(String token) {
        StartQueryExecutionRequest.Builder request = StartQueryExecutionRequest.builder()
                .clientRequestToken(token)
                .queryString(query.sql())
                .workGroup(workgroup.name())
                .queryExecutionContext(context -> context.database(terms.database()));
        output().ifPresent(place -> request.resultConfiguration(result -> result.outputLocation(place)));
        terms.reuse()
                .ifPresent(age ->
                        request.resultReuseConfiguration(reuse -> reuse.resultReuseByAgeConfiguration(byAge(age))));
        return request.build();
    }

    private static ResultReuseByAgeConfiguration byAge(Duration age) {
        return ResultReuseByAgeConfiguration.builder()
                .enabled(true)
                .maxAgeInMinutes(Math.toIntExact(age.toMinutes()))
                .build();
    }

    private Optional<String> output() {
        return workgroup.outputFor(terms.output());
    }

    /** Athena tells a wrong query and a missing place by the same code. */
    private Failure refusal(InvalidRequestException refused) {
        String reason = refused.awsErrorDetails() == null
                ? String.valueOf(refused.getMessage())
                : refused.awsErrorDetails().errorMessage();
        if (!workgroup.known() && terms.output().isEmpty() && !QueryFailure.hasPlace(reason)) {
            return new Failure(
                    ExitCode.QUERY_FAILED,
                    noPlace(workgroup.name())
                            .notice()
                            .prefixed("Athena does not take the query: " + QueryFailure.text(reason)
                                    + "\nIf it misses an output location: "),
                    refused);
        }
        return QueryFailure.at(query.text(), reason, "Athena does not take the query: ", refused);
    }

    static Failure noPlace(String workgroup) {
        return new Failure(
                ExitCode.USAGE,
                "Athena has nowhere to write results",
                Remedy.setting(SettingName.ATHENA_OUTPUT, "s3://my-results/athena/", "gives it a folder"),
                Remedy.action("or set a result location in workgroup " + workgroup));
    }
}
