package vn.cchc.system.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SchemaTest {

    private static final List<String> EARLIER = List.of("column unit.code text not null", "column unit.name text",
            "column unit.version bigint not null default", "constraint unit: PRIMARY KEY (code)",
            "function create_answer_tables(campaign uuid)");

    @Test
    void additionsBreakNothing() {
        assertThat(after("column unit.duty text", "column unit.number bigint not null default",
                "column school.code text not null", "constraint school: PRIMARY KEY (code)", "function more()")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            column unit.name text               |                                      | unit.name is missing
            column unit.name text               | column unit.name character varying(9) | unit.name was text and is character varying(9)
            column unit.name text               | column unit.name text not null       | unit.name must be given now
            column unit.version bigint not null default | column unit.version bigint not null | unit.version must be given now
            constraint unit: PRIMARY KEY (code) |                                      | missing or changed: unit: PRIMARY KEY (code)
            function create_answer_tables(campaign uuid) |                             | create_answer_tables(campaign uuid) is missing
            ""                                  | column unit.duty text not null       | unit.duty is new, and must be given
            ""                                  | constraint unit: CHECK (name <> '')  | new or changed: unit: CHECK (name <> '')""", quoteCharacter = '"')
    void whatAnEarlierReleaseReliesOnMustStay(String removed, String added, String broken) {
        List<String> lines = new ArrayList<>(EARLIER);
        lines.remove(removed);
        if (added != null) {
            lines.add(added);
        }

        assertThat(Schema.parse(lines).breaks(Schema.parse(EARLIER))).containsExactly(broken);
    }

    @Test
    void aColumnMayBecomeOptional() {
        List<String> lines = new ArrayList<>(EARLIER);
        lines.set(0, "column unit.code text");

        assertThat(Schema.parse(lines).breaks(Schema.parse(EARLIER))).isEmpty();
    }

    @Test
    void aSchemaIsWrittenAsItIsRead() {
        assertThat(Schema.parse(EARLIER).lines()).isEqualTo(EARLIER);
    }

    private static List<String> after(String... added) {
        List<String> lines = new ArrayList<>(EARLIER);
        lines.addAll(List.of(added));
        return Schema.parse(lines).breaks(Schema.parse(EARLIER));
    }
}
