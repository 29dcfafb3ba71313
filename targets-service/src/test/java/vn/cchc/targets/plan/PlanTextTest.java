package vn.cchc.targets.plan;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;

import vn.cchc.rest.input.BodyViolations;
import vn.cchc.targets.indicator.NewIndicator;
import vn.cchc.targets.indicator.Provenance;
import vn.cchc.values.PlanCode;

/** The shipped plan compared with the extracted text of the document. */
class PlanTextTest {

    private NewPlan plan;
    private String printed;

    @BeforeEach
    void read() throws IOException {
        plan = PlanLoader.read(JsonMapper.builder().addModule(new JavaTimeModule()).build(), new PlanCode("KH-SGDDT-2022"));
        try (InputStream file = getClass().getResourceAsStream("/plan/KH-SGDDT-2022.txt")) {
            printed = new String(file.readAllBytes(), UTF_8);
        }
    }

    @Test
    void everyTokenOfTheDocumentIsInTheJsonInOrderAndNothingElse() {
        assertThat(tokens(text())).containsExactlyElementsOf(tokens(withoutMarkup(printed)));
    }

    @Test
    void everyDocumentOfTheLegalBasisIsCitedInTheText() {
        assertThat(plan.legalBasis()).hasSize(3).anyMatch(document -> document.contains("163/KH-UBND"))
                .allSatisfy(document -> assertThat(String.join(" ", tokens(printed))).contains(document));
    }

    @Test
    void eachUnitThatThePlanNamesHasItsDuty() {
        assertThat(plan.text().sections().get(3).items()).extracting(item -> item.unit() == null ? null : item.unit().value())
                .containsExactly(null, "VP", "CNTT", "KHTC", "TTR", "TCCB");
    }

    @Test
    void aPrintedDirectionIsInTheWordingOfItsTarget() {
        for (NewIndicator indicator : plan.indicators()) {
            String wording = plan.targets().get(indicator.target() - 1).wording();
            if (indicator.directionSource() == Provenance.PRINTED) {
                assertThat(wording).containsAnyOf("tối thiểu", "ít nhất", "trở lên");
            }
        }
    }

    @Test
    void nineDirectionsAreOurReading() {
        assertThat(plan.indicators()).filteredOn(indicator -> indicator.directionSource() == Provenance.READING)
                .extracting(indicator -> indicator.code().value())
                .containsExactly("CT01.1", "CT01.2", "CT06", "CT07", "CT08.2", "CT09", "CT10.1", "CT11", "CT12");
    }

    @Test
    void theShippedPlanSatisfiesTheRulesOfANewPlan() {
        assertThat(plan.check(new BodyViolations()).all()).isEmpty();
    }

    /** The labels "Số:" and "Nơi nhận:", the point after a number and the dash before a recipient are not in the JSON. */
    private String text() {
        PlanText text = plan.text();
        List<String> lines = new ArrayList<>(List.of("Số: " + text.numberForm(), text.issuedText(), text.documentType(),
                plan.title()));
        lines.addAll(text.preamble());
        for (PlanText.Section section : text.sections()) {
            lines.add(section.printedNumber() + ". " + section.heading());
            if (section.listsTargets()) {
                plan.targets().forEach(target -> lines.add(target.number() + ". " + target.wording()));
            }
            section.items().forEach(item -> {
                lines.add(item.number() + ".");
                if (item.heading() != null) {
                    lines.add(item.heading());
                }
                lines.addAll(item.paragraphs());
            });
        }
        lines.add(text.closing());
        lines.add("Nơi nhận:");
        text.recipients().forEach(recipient -> lines.add("- " + recipient));
        lines.addAll(List.of(text.signer().title(), text.signer().name()));
        return String.join("\n", lines);
    }

    /** The extraction marks headings and bold text with # and *. */
    private static String withoutMarkup(String text) {
        return text.replaceAll("[#*]+", "");
    }

    private static List<String> tokens(String text) {
        return List.of(text.strip().split("\\s+"));
    }
}
