package dev.trailwise.aws.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.trailwise.testing.aws.ListingS3;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Request;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Response;

class ObjectPageTest {
    private static final String LIST = """
            <?xml version="1.0" encoding="UTF-8"?>
            <ListBucketResult><Name>b</Name><IsTruncated>false</IsTruncated>\
            <Contents><Key>a&amp;lt;&lt;é 1.gz</Key><LastModified>2026-11-01T00:05:12.000Z</LastModified><ETag>&quot;x&quot;</ETag><Size>12</Size>\
            <StorageClass>STANDARD</StorageClass></Contents><Contents><Key>b.gz</Key><Size>0</Size></Contents>\
            </ListBucketResult>
            """;

    @Test
    void objects_are_taken_out_and_the_rest_is_left() throws IOException {
        ObjectPage page = new ObjectPage();
        String rest = new String(page.take(LIST.getBytes(StandardCharsets.UTF_8)), StandardCharsets.UTF_8);
        assertThat(page.objects())
                .containsExactly(
                        new ListedObject("a&lt;<é 1.gz", 12, "STANDARD", "2026-11-01T00:05:12.000Z"),
                        new ListedObject("b.gz", 0, "", ""));
        assertThat(rest)
                .contains("<IsTruncated>false</IsTruncated></ListBucketResult>")
                .doesNotContain("Contents");
    }

    @Test
    void an_answer_that_is_cut_anywhere_is_refused() {
        byte[] whole = LIST.strip().getBytes(StandardCharsets.UTF_8);
        for (int length = 0; length < whole.length; length++) {
            byte[] part = java.util.Arrays.copyOf(whole, length);
            assertThatThrownBy(() -> new ObjectPage().take(part))
                    .as("%d bytes", length)
                    .isInstanceOf(IOException.class);
        }
    }

    /** The SDK's own parser is the judge. */
    @Test
    void keys_of_all_kinds_are_those_that_the_sdk_reads() {
        List<String> keys = List.of("p/a b.gz", "p/a+b.gz", "p/ä€😀.gz", "p/%41.gz", "p/<&>\"'.gz", "p/plain.gz");
        try (ListingS3 s3 = new ListingS3();
                AwsClients clients = new AwsClients(s3.environment(), null, Optional.empty())) {
            keys.forEach(key -> s3.put(key, key.length()));
            ListObjectsV2Request request =
                    ListObjectsV2Request.builder().bucket("b").prefix("p/").build();
            ObjectPage page = new ObjectPage();
            ListObjectsV2Response rest = clients.s3().listObjectsV2(page.carriedBy(request));
            List<ListedObject> judged = clients.s3().listObjectsV2(request).contents().stream()
                    .map(object -> new ListedObject(
                            object.key(),
                            object.size(),
                            object.storageClassAsString(),
                            object.lastModified().toString().replace("Z", ".000Z")))
                    .toList();
            assertThat(page.objects()).hasSameSizeAs(keys).isEqualTo(judged);
            assertThat(rest.contents()).isEmpty();
            assertThat(rest.keyCount()).isEqualTo(keys.size());
        }
    }
}
