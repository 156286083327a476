package dev.trailwise.cost;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.trailwise.trail.Region;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PriceListTest {
    @Test
    void a_published_price_says_where_it_is_from() {
        Prices prices = PriceList.bundled().of(Region.US_EAST_1);
        assertThat(prices.scan()).isEqualTo(new ScanPrice(Usd.parse("5"), "AWS price list, 2026-08-31", false));
        assertThat(prices.requests().of(10_000, 1_000)).isEqualTo(Usd.parse("0.009"));
        assertThat(prices.requests().assumed()).isFalse();
    }

    @Test
    void a_region_without_a_price_gets_one_that_is_marked_as_assumed() {
        Prices prices = PriceList.bundled().of(new Region("ap-southeast-7"));
        assertThat(prices.scan().perTerabyte()).isEqualTo(Usd.parse("5"));
        assertThat(prices.scan().assumed()).isTrue();
        assertThat(prices.requests().assumed()).isTrue();
    }

    @Test
    void a_newer_list_replaces_what_it_has_and_leaves_the_rest() {
        PriceList newer = PriceList.parse("scan,sa-east-1,9.25,2026-11-20,published,AWS price list");
        PriceList both = PriceList.bundled().updatedBy(newer);
        assertThat(both.of(new Region("sa-east-1")).scan())
                .isEqualTo(new ScanPrice(Usd.parse("9.25"), "AWS price list, 2026-11-20", false));
        assertThat(both.of(Region.US_EAST_1)).isEqualTo(PriceList.bundled().of(Region.US_EAST_1));
        assertThat(both.entries()).hasSameSizeAs(PriceList.bundled().entries());
    }

    @Test
    void its_text_reads_back_the_same() {
        PriceList list = PriceList.bundled();
        assertThat(PriceList.parse(list.text()).entries()).isEqualTo(list.entries());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "scan,us-east-1,5.00",
                "scan,us-east-1,free,2026-08-31,published,AWS",
                "scan,us-east-1,5,yesterday,published,AWS",
                "scan,us-east-1,5,2026-08-31,heard,AWS",
                "storage,us-east-1,5,2026-08-31,published,AWS",
                "scan,US EAST,5,2026-08-31,published,AWS"
            })
    void what_is_no_price_is_refused(String line) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PriceList.parse(line))
                .withMessageContaining("not a price");
    }
}
