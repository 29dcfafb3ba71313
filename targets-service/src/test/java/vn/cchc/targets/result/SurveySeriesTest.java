package vn.cchc.targets.result;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.junit.jupiter.api.Test;

import vn.cchc.events.SurveyResultPublished;
import vn.cchc.targets.indicator.IndicatorFixture;

class SurveySeriesTest {

    @Test
    void methodsAreSeparateSeries() {
        var series = new SurveySeries(List.of(published(1, 2025, "POOLED", 1, "2025-12-01"),
                published(2, 2025, "DOSSIERS", 1, "2025-12-02")));

        assertThat(series.current()).extracting(SurveyResult::key).containsExactly("2025 DOSSIERS", "2025 POOLED");
    }

    @Test
    void theHighestResultVersionOfAMethodIsCurrent() {
        var series = new SurveySeries(List.of(published(2, 2025, "POOLED", 2, "2026-02-01"),
                published(1, 2025, "POOLED", 1, "2025-12-01")));

        assertThat(series.current()).extracting(result -> result.resultVersion).containsExactly(2);
    }

    @Test
    void aRivalMethodDoesNotDisplaceTheOneThatWasPublishedFirst() {
        var series = new SurveySeries(List.of(published(1, 2024, "POOLED", 1, "2024-12-01"),
                published(2, 2025, "DOSSIERS", 1, "2025-11-01"), published(3, 2025, "POOLED", 1, "2025-12-01"),
                published(4, 2026, "DOSSIERS", 1, "2026-11-01")));

        assertThat(series.principal(2025).values()).extracting(SurveyResult::key).containsExactlyInAnyOrder("2024 POOLED",
                "2025 POOLED");
        assertThat(series.principal(2026).values()).extracting(SurveyResult::key).containsExactlyInAnyOrder("2025 DOSSIERS",
                "2026 DOSSIERS");
    }

    private static SurveyResult published(long id, int year, String method, int resultVersion, String day) {
        var result = new SurveyResult(IndicatorFixture.maintained(),
                new SurveyResultPublished("CT14", "KH-SGDDT-2022", year, 26, 31, 31, null, null, method, 1, "WILSON",
                        resultVersion, null, UUID.randomUUID(), "SIPAS", 1, "surveyor", Instant.parse(day + "T02:00:00Z")));
        result.id = id;
        return result;
    }
}
