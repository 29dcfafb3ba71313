package vn.cchc.reporting.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

import org.junit.jupiter.api.Test;

import vn.cchc.reporting.report.FigureReference.Status;
import vn.cchc.reporting.report.SealContentV1.DocumentV1;
import vn.cchc.reporting.report.SealContentV1.FigureV1;
import vn.cchc.reporting.report.SealContentV1.NarrativeV1;
import vn.cchc.rest.text.CanonicalJson;
import vn.cchc.values.PeriodCode;
import vn.cchc.values.RegimeCode;
import vn.cchc.values.UnitCode;

class SealTest {

    private static final UUID ID = UUID.fromString("0199e2a4-5c00-7000-8000-000000000002");

    @Test
    void theCanonicalFormIsFrozen() {
        var figures = new TreeMap<>(Map.of("CT05.1", new FigureV1(17L, 20L, null, null), "CT02",
                new FigureV1(1L, 2L, null, null), "CT13.1", new FigureV1(null, null, "ACHIEVED", "Đủ")));
        var content = new SealContentV1(ID, 1, "CCHC", "2025", "VP", figures,
                new NarrativeV1("Đã \"xong\"", null, null, null), List.of(DocumentV1.of(
                        new Evidence("125/QĐ-SGDĐT", LocalDate.of(2025, 3, 14), null, "Quyết định", null, null, null))));

        assertThat(CanonicalJson.of(content)).isEqualTo(
                """
                        {"evidence":[{"date":"2025-03-14","issuer":null,"number":"125/QĐ-SGDĐT","page":null,"sha256":null,\
                        "title":"Quyết định","url":null}],"figures":{"CT02":{"denominator":2,"numerator":1,"rating":null,"statement":null},\
                        "CT05.1":{"denominator":20,"numerator":17,"rating":null,"statement":null},\
                        "CT13.1":{"denominator":null,"numerator":null,"rating":"ACHIEVED","statement":"Đủ"}},\
                        "narrative":{"difficulties":null,"initiatives":null,"proposals":null,"results":"Đã \\"xong\\""},\
                        "period":"2025","regime":"CCHC","report":"0199e2a4-5c00-7000-8000-000000000002","unit":"VP","version":1}""");
    }

    @Test
    void aReportWithReferencesIsSealedWithThemInACanonicalFormOfItsOwn() {
        Report report = draft();
        report.id = ID;
        var referred = new FigureReference("CT05.1", "Tên", "Name", Status.NOT_ACCEPTED, "CCHC", "2025Q3", ID, null, null, null,
                null, null);
        report.freeze(List.of(referred.accepted(2, 17L, 20L, null, null)));

        assertThat(CanonicalJson.of(SealContentV2.of(report))).isEqualTo(
                """
                        {"evidence":[],"figures":{},"narrative":{"difficulties":null,"initiatives":null,"proposals":null,"results":null},\
                        "period":"2025","references":[{"denominator":20,"indicator":"CT05.1","numerator":17,"period":"2025Q3","rating":null,\
                        "regime":"CCHC","report":"0199e2a4-5c00-7000-8000-000000000002","statement":null,"status":"ACCEPTED","version":2}],\
                        "regime":"CCHC","report":"0199e2a4-5c00-7000-8000-000000000002","unit":"VP","version":1}""");
        report.submit("head", Instant.EPOCH, List.of());
        report.accept("reviewer", Instant.EPOCH);
        assertThat(ReportSealView.of(report)).returns(2, ReportSealView::format).returns(true, ReportSealView::intact);
        report.freeze(List.of(referred));
        assertThat(ReportSealView.of(report)).returns(false, ReportSealView::intact);
    }

    @Test
    void aSealIsVerifiedByTheFormatThatIsStoredWithIt() {
        Report report = accepted();

        assertThat(report.sealFormat).isEqualTo(1);
        assertThat(ReportSealView.of(report)).returns(1, ReportSealView::format).returns(true, ReportSealView::intact);

        report.sealFormat = 99;

        assertThatIllegalArgumentException().isThrownBy(() -> ReportSealView.of(report)).withMessageContaining("99");
    }

    private static Report draft() {
        return new Report(new ReportKey(new RegimeCode("CCHC"), new PeriodCode("2025"), new UnitCode("VP")), "reporter",
                Instant.EPOCH);
    }

    private static Report accepted() {
        Report report = draft();
        report.submit("head", Instant.EPOCH, List.of());
        report.accept("reviewer", Instant.EPOCH);
        return report;
    }
}
