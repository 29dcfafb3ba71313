package vn.cchc.reporting.unit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;

/** The duties that are shipped with the units, compared with section IV of the plan. */
class UnitDutyTest {

    /** The text that the plan of targets-service is compared with. */
    private static final Path PLAN = Path.of("../targets-service/src/test/resources/plan/KH-SGDDT-2022.txt");

    @Test
    void theDutyOfEachUnitIsPrintedInThePlanUnderItsName() throws IOException {
        String printed = words(Files.readString(PLAN).replaceAll("[#*]+", ""));
        List<NewUnit> obliged = units().stream().filter(unit -> unit.duty() != null).toList();

        assertThat(obliged).extracting(NewUnit::code).containsExactly("VP", "CNTT", "KHTC", "TTR", "TCCB");
        assertThat(obliged).allSatisfy(unit -> assertThat(printed)
                .containsPattern("[0-9]\\. " + Pattern.quote(unit.name() + " " + words(unit.duty())) + " ([0-9]\\.|Trên đây)"));
    }

    private static List<NewUnit> units() throws IOException {
        try (InputStream file = UnitDutyTest.class.getResourceAsStream("/units/units.json")) {
            return JsonMapper.builder().addModule(new JavaTimeModule()).build().readValue(file, new TypeReference<>() {
            });
        }
    }

    private static String words(String text) {
        return String.join(" ", text.strip().split("\\s+"));
    }
}
