package dev.trailwise.logs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.trailwise.table.TableDefinition;
import dev.trailwise.table.Tables;
import org.junit.jupiter.api.Test;

class LeavesTest {
    @Test
    void every_scalar_of_every_table_is_a_leaf_and_a_struct_comes_before_its_fields() {
        Leaves leaves = Leaves.of(Tables.EVENTS);

        assertThat(kind(leaves, "useridentity")).isEqualTo(Leaf.Kind.PRESENT);
        assertThat(kind(leaves, "useridentity.sessioncontext.attributes.creationdate"))
                .isEqualTo(Leaf.Kind.TEXT);
        assertThat(kind(leaves, "useridentity.sessioncontext.webidfederationdata.attributes"))
                .isEqualTo(Leaf.Kind.NESTED);
        assertThat(kind(leaves, "requestparameters")).isEqualTo(Leaf.Kind.JSON_TEXT);
        assertThat(kind(leaves, "resources")).isEqualTo(Leaf.Kind.NESTED);
        assertThat(kind(leaves, "day")).isEqualTo(Leaf.Kind.PARTITION);
        assertThat(leaves.index("useridentity")).isLessThan(leaves.index("useridentity.type"));
        assertThat(kind(Leaves.of(Tables.INSIGHTS), "insightdetails.insightcontext.statistics.baseline.average"))
                .isEqualTo(Leaf.Kind.REAL);
    }

    @Test
    void each_leaf_is_found_at_its_index() {
        for (TableDefinition table : Tables.ALL) {
            Leaves leaves = Leaves.of(table);
            for (int i = 0; i < leaves.all().size(); i++) {
                assertThat(leaves.index(leaves.all().get(i).path())).isEqualTo(i);
            }
        }
    }

    @Test
    void an_unknown_leaf_is_refused_with_a_good_one() {
        assertThatThrownBy(() -> Leaves.of(Tables.EVENTS).index("useridentity.nme"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'useridentity.nme'")
                .hasMessageContaining("useridentity.sessioncontext.sourceidentity");
    }

    private static Leaf.Kind kind(Leaves leaves, String path) {
        return leaves.all().get(leaves.index(path)).kind();
    }
}
