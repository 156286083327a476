package dev.trailwise.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.trailwise.failure.Failure;
import dev.trailwise.testing.ResultServer;
import java.io.IOException;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** A file in S3 whose connection breaks is read to its end all the same, or not at all. */
class ResultFileTest {
    private static final String PLACE = "s3://results/file.csv";
    private final byte[] csv = csv();

    @Test
    void a_connection_that_is_cut_is_taken_up_where_it_broke() throws IOException {
        try (ResultServer server = new ResultServer(csv).cutting(3);
                AwsClients clients = new AwsClients(server.environment(), null, Optional.empty());
                ResultFile file = ResultFile.open(clients, PLACE).orElseThrow()) {
            assertThat(file.readAllBytes()).isEqualTo(csv);
            assertThat(server.reads()).hasSize(4).last().asString().startsWith("bytes=");
        }
    }

    @Test
    void a_file_that_was_replaced_in_the_meantime_is_not_mixed_with_the_first() {
        try (ResultServer server = new ResultServer(csv).cutting(1);
                AwsClients clients = new AwsClients(server.environment(), null, Optional.empty());
                ResultFile file = ResultFile.open(clients, PLACE).orElseThrow()) {
            server.replace();
            assertThatThrownBy(file::readAllBytes).isInstanceOf(Failure.class).hasMessageContaining("replaced");
        }
    }

    @Test
    void what_never_comes_to_its_end_is_given_up() {
        try (ResultServer server = new ResultServer(new byte[10]).cutting(1000);
                AwsClients clients = new AwsClients(server.environment(), null, Optional.empty());
                ResultFile file = ResultFile.open(clients, PLACE).orElseThrow()) {
            assertThatThrownBy(file::readAllBytes).isInstanceOf(IOException.class);
        }
    }

    private static byte[] csv() {
        byte[] bytes = new byte[3_000_000];
        new Random(1).nextBytes(bytes);
        return bytes;
    }
}
