package dev.trailwise.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trailwise.testing.aws.PriceListServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PricesCommandTest {
    @TempDir
    Path folder;

    @Test
    void prices_show_where_they_are_from() {
        new Shell(folder)
                .run("prices", "--region", "us-east-1", "--format", "csv")
                .succeeded()
                .printedExactly("""
                        item,region,usd,unit,date,basis,source
                        Athena scan,us-east-1,5,TB,2026-08-31,published,AWS price list
                        S3 GET,us-east-1,0.0004,"1,000 requests",2026-11-22,published,S3 pricing page
                        S3 LIST,us-east-1,0.005,"1,000 requests",2026-11-22,published,S3 pricing page
                        """);
    }

    @Test
    void a_refreshed_price_stays_known() {
        try (PriceListServer server = new PriceListServer().price("sa-east-1", "USD", "9.25")) {
            Shell shell = new Shell(folder)
                    .with("TRAILWISE_PRICE_LIST", server.uri().toString())
                    .with("AWS_REGION", "sa-east-1");
            shell.run("prices", "--refresh").succeeded().printed("9.25", "2026-11-05");
        }
        new Shell(folder)
                .run("prices", "--region", "sa-east-1", "--format", "csv")
                .succeeded()
                .printed("Athena scan,sa-east-1,9.25,TB,2026-11-05,published,AWS price list");
    }

    @Test
    void a_refresh_that_fails_says_so_and_leaves_the_prices() {
        try (PriceListServer server = new PriceListServer()) {
            new Shell(folder)
                    .with("TRAILWISE_PRICE_LIST", server.uri().toString())
                    .run("prices", "--refresh", "--region", "eu-west-1")
                    .exited(2)
                    .printedExactly("")
                    .said("does not have eu-west-1");
        }
        new Shell(folder).run("prices").succeeded().printed("eu-west-1");
    }

    @Test
    void a_refresh_without_a_region_asks_for_one() {
        new Shell(folder).run("prices", "--refresh").exited(2).said("--region", "AWS_REGION");
    }

    @Test
    void a_damaged_file_of_prices_is_as_good_as_none() throws IOException {
        Shell shell = new Shell(folder);
        String whole = shell.run("prices").succeeded().out();
        Path cache = Files.createDirectories(folder.resolve("cache/trailwise"));
        Files.writeString(cache.resolve("prices.csv"), "scan,us-east-1,free");
        assertThat(shell.run("prices").succeeded().out()).isEqualTo(whole);
    }
}
