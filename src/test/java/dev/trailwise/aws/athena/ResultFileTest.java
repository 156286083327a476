package dev.trailwise.aws.athena;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.trailwise.aws.client.AwsClients;
import dev.trailwise.engine.ResultColumn;
import dev.trailwise.engine.RowSink;
import dev.trailwise.failure.Failure;
import dev.trailwise.testing.aws.ResultServer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A file in S3 whose connection breaks is read to its end all the same, or not at all. */
class ResultFileTest {
    private static final String PLACE = "s3://results/file.csv";
    private final byte[] csv = csv();

    @Test
    void a_connection_that_is_cut_is_taken_up_where_it_broke() throws IOException {
        try (ResultServer server = new ResultServer(csv).cutting(3);
                AwsClients clients = new AwsClients(server.environment(), null, Optional.empty());
                ResultFile file =
                        ResultFile.open(clients, PLACE, (read, total) -> {}).orElseThrow()) {
            assertThat(file.readAllBytes()).isEqualTo(csv);
            assertThat(server.reads()).hasSize(4).last().asString().startsWith("bytes=");
        }
    }

    @Test
    void a_file_that_was_replaced_in_the_meantime_is_not_mixed_with_the_first() {
        try (ResultServer server = new ResultServer(csv).cutting(1);
                AwsClients clients = new AwsClients(server.environment(), null, Optional.empty());
                ResultFile file =
                        ResultFile.open(clients, PLACE, (read, total) -> {}).orElseThrow()) {
            server.replace();
            assertThatThrownBy(file::readAllBytes).isInstanceOf(Failure.class).hasMessageContaining("replaced");
        }
    }

    @Test
    void what_never_comes_to_its_end_is_given_up() {
        try (ResultServer server = new ResultServer(new byte[10]).cutting(1000);
                AwsClients clients = new AwsClients(server.environment(), null, Optional.empty());
                ResultFile file =
                        ResultFile.open(clients, PLACE, (read, total) -> {}).orElseThrow()) {
            assertThatThrownBy(file::readAllBytes).isInstanceOf(IOException.class);
        }
    }

    @Test
    void where_the_file_may_not_be_read_athena_is_asked_for_the_rows() {
        StringBuilder text = new StringBuilder("\"name\",\"n\"\n");
        for (int i = 0; i < 2500; i++) {
            text.append(i % 2 == 0 ? "" : "\"x\"").append(",\"").append(i).append("\"\n");
        }
        List<String> rows = new ArrayList<>();
        try (ResultServer server = new ResultServer(text.toString().getBytes(StandardCharsets.UTF_8)).refusing();
                AwsClients clients = new AwsClients(server.environment(), null, Optional.empty())) {
            long count = EarlierResult.stream(clients, "file", new RowSink() {
                @Override
                public void begin(List<ResultColumn> columns) {}

                @Override
                public void row(@Nullable Object[] values) {
                    rows.add(Arrays.toString(values));
                }

                @Override
                public void finish() {}
            });
            assertThat(count).isEqualTo(2500);
            assertThat(server.reads()).hasSize(1);
        }
        assertThat(rows).startsWith("[null, 0]", "[x, 1]").endsWith("[x, 2499]");
    }

    private static byte[] csv() {
        byte[] bytes = new byte[3_000_000];
        new Random(1).nextBytes(bytes);
        return bytes;
    }
}
