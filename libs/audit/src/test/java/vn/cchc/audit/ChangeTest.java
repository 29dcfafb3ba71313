package vn.cchc.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.node.MissingNode;

class ChangeTest {

    @Test
    void onlyTheFieldsThatDifferAreNoted() {
        var before = Map.of("state", "DRAFT", "figures", Map.of("CT05", Map.of("numerator", 7, "denominator", 9)));
        var after = Map.of("state", "DRAFT", "figures",
                Map.of("CT05", Map.of("numerator", 8, "denominator", 9), "CT06", Map.of("numerator", 0)));

        List<Change> changes = Change.between(AuditJson.tree(before), AuditJson.tree(after));

        assertThat(AuditJson.write(changes)).isEqualTo("""
                [{"after":8,"before":7,"field":"/figures/CT05/numerator"},\
                {"after":0,"before":null,"field":"/figures/CT06/numerator"}]""");
    }

    @Test
    void whatWasTakenAwayIsNotedAsNothingNow() {
        var changes = Change.between(AuditJson.tree(Map.of("evidence", List.of("a", "b"))), AuditJson.tree(Map.of()));

        assertThat(AuditJson.write(changes)).isEqualTo("[{\"after\":null,\"before\":[\"a\",\"b\"],\"field\":\"/evidence\"}]");
    }

    @Test
    void ofWhatIsNewEverythingIsNotedButWhatIsEmpty() {
        var made = new Object() {
            public final String name = "Văn phòng";
            public final String parent = null;
        };

        List<Change> changes = Change.between(MissingNode.getInstance(), AuditJson.tree(made));

        assertThat(changes).extracting(Change::field).containsExactly("/name");
    }

    @Test
    void aNameThatHoldsASlashIsEscapedInItsPointer() {
        List<Change> changes = Change.between(AuditJson.tree(Map.of()), AuditJson.tree(Map.of("a/b~c", 1)));

        assertThat(changes).extracting(Change::field).containsExactly("/a~1b~0c");
    }
}
