package vn.cchc.reporting.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import org.junit.jupiter.api.Test;

import vn.cchc.reporting.ReportingProblem;
import vn.cchc.reporting.imports.ImportView.ImportConflictView;

class ImportConflictViewTest {

    @Test
    void eachLanguageHasItsOwnWordForAPropertyOfTheTemplate() {
        ImportConflictView view = view(ReportingProblem.OTHER_TEMPLATE, "period", "2026", "2026Q3");

        assertThat(view.detail()).isEqualTo("Tệp được lập theo biểu mẫu có kỳ báo cáo là 2026, không phải 2026Q3.");
        assertThat(view.detailEn()).isEqualTo("The file was made from a template whose period is 2026, not 2026Q3.");
    }

    @Test
    void eachLanguageWritesDaysInItsOwnForm() {
        ImportConflictView view = view(ReportingProblem.UNIT_CLOSED, "TTR", "2025-06-15", "2025-09-14");

        assertThat(view.detail()).endsWith("từ 15/06/2025 đến 14/09/2025.");
        assertThat(view.detailEn()).endsWith("from 2025-06-15 to 2025-09-14.");
    }

    private static ImportConflictView view(ReportingProblem type, String... args) {
        var conflict = new ImportConflict();
        conflict.code = type.name();
        conflict.args = List.of(args);
        return ImportConflictView.of(conflict);
    }
}
