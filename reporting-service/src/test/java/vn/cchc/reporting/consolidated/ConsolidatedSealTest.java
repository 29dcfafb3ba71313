package vn.cchc.reporting.consolidated;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigInteger;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.junit.jupiter.api.Test;

import vn.cchc.reporting.SnapshotFields;
import vn.cchc.reporting.consolidated.ConsolidatedContent.Gathered;
import vn.cchc.reporting.consolidated.ConsolidatedContent.ProposalText;
import vn.cchc.reporting.consolidated.ConsolidatedContent.SourceVersion;
import vn.cchc.reporting.consolidated.ConsolidatedContent.UnitStanding;

class ConsolidatedSealTest {

    private static final UUID ID = UUID.fromString("0199e2a4-5c00-7000-8000-000000000002");
    private static final Gathered GATHERED = new Gathered(
            List.of(new ProposalText(1, "VP", "Văn phòng", "Bổ sung máy quét", "Đồng ý", "reviewer", Instant.EPOCH)),
            List.of(new UnitStanding("VP", "Văn phòng", true, ID, 1, Instant.EPOCH)),
            List.of(new SourceVersion(ID, 1, "2025", "VP", "ab")));

    @Test
    void theCanonicalFormIsFrozen() {
        assertThat(ConsolidatedSeal.of(approved(), GATHERED, 1).content()).isEqualTo(
                """
                        {"compiledAt":"1970-01-01T00:00:00Z","figures":{"CT05.1":{"denominator":"20","name":"Hồ sơ","nameEn":"Dossiers",\
                        "numerator":"17","periods":"2025","rating":null,"units":1}},"letterhead":{"issuer":"Sở","parent":"Tỉnh",\
                        "place":"Sóc Trăng","receivers":["Lưu: VT"],"signerTitle":"Giám đốc","symbol":"BC"},"period":"2025",\
                        "proposals":[{"answer":"Đồng ý","number":1,"unit":"VP"}],"regime":"CCHC",\
                        "report":"0199e2a4-5c00-7000-8000-000000000002","sections":{"GENERAL":"Tốt"},"signer":null,\
                        "sources":[{"period":"2025","report":"0199e2a4-5c00-7000-8000-000000000002","seal":"ab","unit":"VP","version":1}],\
                        "units":[{"expected":true,"name":"Văn phòng","unit":"VP"}]}""");
    }

    @Test
    void aSealIsVerifiedByTheFormatThatIsStoredWithIt() {
        ConsolidatedReport report = approved();

        assertThat(report.sealFormat).isEqualTo(1);
        assertThat(ConsolidatedSeal.of(report, GATHERED, 1).hex()).isEqualTo(report.seal);
        assertThatIllegalArgumentException().isThrownBy(() -> ConsolidatedSeal.of(report, GATHERED, 2));
    }

    @Test
    void theFieldsOfTheAuditSnapshotsAreFrozen() {
        assertThat(SnapshotFields.of(ConsolidatedAuditSnapshotV1.class)).containsExactly("regime", "period", "state",
                "compiledAt", "figures.numerator", "figures.denominator", "figures.rating", "figures.units", "sections",
                "dispatch.number", "dispatch.date", "dispatch.channel", "dispatch.receiver", "seal");
        assertThat(SnapshotFields.of(ProposalAuditSnapshotV1.class)).containsExactly("unit", "answer");
        assertThat(approved().auditSnapshot()).isInstanceOf(ConsolidatedAuditSnapshotV1.class);
    }

    private static ConsolidatedReport approved() {
        ConsolidatedReport report = new ConsolidatedReport("CCHC", "2025", "reviewer", Instant.EPOCH);
        report.id = ID;
        report.figures.put("CT05.1", new IndicatorTotal("Hồ sơ", "Dossiers", BigInteger.valueOf(17), BigInteger.valueOf(20),
                null, 1, "2025"));
        report.edit(Section.GENERAL, "Tốt", "reviewer", Instant.EPOCH);
        report.approve("director", Instant.EPOCH, null,
                new Letterhead("Tỉnh", "Sở", "Sóc Trăng", "BC", "Giám đốc", List.of("Lưu: VT")), GATHERED);
        return report;
    }
}
