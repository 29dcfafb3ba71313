package vn.cchc.reporting.consolidated;

import static vn.cchc.reporting.officialdocument.VietnameseFormat.date;
import static vn.cchc.reporting.officialdocument.VietnameseFormat.number;
import static vn.cchc.reporting.officialdocument.VietnameseFormat.percent;

import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import vn.cchc.reporting.consolidated.ConsolidatedContent.GatheredText;
import vn.cchc.reporting.consolidated.ConsolidatedContent.ProposalText;
import vn.cchc.reporting.consolidated.ConsolidatedContent.ReferredTotal;
import vn.cchc.reporting.consolidated.ConsolidatedContent.UnitStanding;
import vn.cchc.reporting.officialdocument.DocumentTable;
import vn.cchc.reporting.officialdocument.DocumentTable.Align;
import vn.cchc.reporting.officialdocument.DocumentTable.Column;
import vn.cchc.reporting.officialdocument.OfficialDocument;
import vn.cchc.reporting.report.Rating;
import vn.cchc.values.PeriodCode;

/**
 * The consolidated report as an official document, in Vietnamese.
 *
 * @param regime name of the regime
 * @param head the letterhead of the approval, or for a draft the one that is configured
 * @param references the figures of other regimes that the units' reports refer to
 * @param texts what the units wrote, by section
 */
record ReportDocument(ConsolidatedReport report, String regime, Letterhead head, ZoneId zone,
        ConsolidatedReportView.Units counts, List<UnitStanding> units, List<ReferredTotal> references,
        List<ProposalText> proposals,
        Map<GatheredSection, List<GatheredText>> texts) {

    private static final List<Column> FIGURES = List.of(new Column("STT", 12, Align.CENTER),
            new Column("Mã", 28, Align.LEFT), new Column("Chỉ số", 87, Align.LEFT), new Column("Tử số", 30, Align.RIGHT),
            new Column("Mẫu số", 30, Align.RIGHT), new Column("Kết quả", 35, Align.RIGHT),
            new Column("Số đơn vị", 20, Align.RIGHT));
    private static final List<Column> UNITS = List.of(new Column("STT", 12, Align.CENTER), new Column("Mã", 45, Align.LEFT),
            new Column("Đơn vị", 110, Align.LEFT), new Column("Báo cáo", 45, Align.LEFT),
            new Column("Ngày duyệt", 30, Align.CENTER));
    private static final List<Column> PROPOSALS = List.of(new Column("STT", 12, Align.CENTER),
            new Column("Đơn vị", 50, Align.LEFT), new Column("Kiến nghị, đề xuất", 95, Align.LEFT),
            new Column("Trả lời của cơ quan tổng hợp", 85, Align.LEFT));
    private static final List<Column> REFERENCES = List.of(new Column("STT", 12, Align.CENTER),
            new Column("Mã", 24, Align.LEFT), new Column("Chỉ số", 67, Align.LEFT),
            new Column("Chế độ, kỳ báo cáo", 44, Align.LEFT), new Column("Tử số", 30, Align.RIGHT),
            new Column("Mẫu số", 30, Align.RIGHT), new Column("Kết quả", 35, Align.RIGHT));
    private static final List<String> LETTERS = List.of("a", "b", "c", "d", "đ", "e", "g", "h", "i", "k", "l", "m", "n", "o",
            "p", "q", "r", "s", "t", "u", "v", "x", "y");
    private static final Map<Rating, String> RATINGS = Map.of(Rating.NOT_ACHIEVED, "Chưa đạt", Rating.PARTLY_ACHIEVED,
            "Đạt một phần", Rating.ACHIEVED, "Đạt");

    void write(OutputStream out) throws IOException {
        OfficialDocument document = new OfficialDocument();
        document.letterhead(head.parent(), head.issuer(), documentNumber(), head.place() + ", " + documentDate());
        document.title("Báo cáo", subject(), report.isDraft() ? "(Dự thảo)" : "");
        body(document);
        document.signature(head.receivers(), head.signerTitle(), Objects.requireNonNullElse(report.signer, ""));
        figures(document);
        units(document);
        if (!proposals.isEmpty()) {
            proposals(document);
        }
        if (!references.isEmpty()) {
            references(document);
        }
        document.write(out, "Báo cáo " + subject(), head.issuer(),
                report.isDraft() ? report.updatedAt : report.approvedAt);
    }

    /** The name of a regime says what is reported: "Báo cáo cải cách hành chính". */
    private String subject() {
        String topic = regime.startsWith("Báo cáo ") ? "Kết quả thực hiện " + regime.substring("Báo cáo ".length()) : regime;
        return topic + " " + PeriodName.of(new PeriodCode(report.period));
    }

    /** Blank until the dispatch, for the number of the registry. */
    private String documentNumber() {
        return report.dispatch == null ? "          /" + head.symbol() : report.dispatch.number();
    }

    private String documentDate() {
        if (report.dispatch != null) {
            return date(report.dispatch.date());
        }
        int year = LocalDate.ofInstant(report.isDraft() ? report.updatedAt : report.approvedAt, zone).getYear();
        return "ngày      tháng      năm " + year;
    }

    private void body(OfficialDocument document) {
        document.section("I. TÌNH HÌNH CHUNG");
        edited(Section.GENERAL).ifPresent(document::text);
        document.text(
                "Đến thời điểm tổng hợp, %s/%s đơn vị phải báo cáo đã có báo cáo được duyệt; %s đơn vị chưa có (Phụ lục II)."
                        .formatted(number(counts.reported()), number(counts.expected()), number(counts.missing())));
        document.section("II. KẾT QUẢ THỰC HIỆN");
        document.subsection("1. Kết quả các chỉ số");
        document.text(
                "Kết quả của từng chỉ số là tổng tử số chia cho tổng mẫu số của các đơn vị (Phụ lục I). Trong %d chỉ số có %d chỉ số có số liệu, %d chỉ số không phát sinh và %d chỉ số chưa có số liệu."
                        .formatted(report.figures.size(),
                                count(IndicatorTotal.Status.COUNTED) + count(IndicatorTotal.Status.RATED)
                                        + count(IndicatorTotal.Status.AMOUNT),
                                count(IndicatorTotal.Status.NO_CASES), count(IndicatorTotal.Status.NO_DATA)));
        if (!references.isEmpty()) {
            document.text("Có %d số liệu được dẫn chiếu từ chế độ báo cáo khác và không tính lần thứ hai (Phụ lục %s)."
                    .formatted(references.size(), referencesAppendix()));
        }
        document.subsection("2. Nội dung thực hiện");
        section(document, Section.RESULTS);
        document.section("III. KHÓ KHĂN, VƯỚNG MẮC");
        section(document, Section.DIFFICULTIES);
        document.section("IV. SÁNG KIẾN CẢI CÁCH HÀNH CHÍNH");
        section(document, Section.INITIATIVES);
        document.section("V. KIẾN NGHỊ, ĐỀ XUẤT");
        edited(Section.PROPOSALS).ifPresent(document::text);
        long answered = proposals.stream().filter(proposal -> proposal.answer() != null).count();
        document.text(proposals.isEmpty() ? "Các đơn vị không có kiến nghị, đề xuất."
                : "Các đơn vị có %d kiến nghị, đề xuất, trong đó %d đã được trả lời (Phụ lục III)."
                        .formatted(proposals.size(), answered));
        edited(Section.NEXT_STEPS).ifPresent(text -> {
            document.section("VI. PHƯƠNG HƯỚNG, NHIỆM VỤ KỲ TIẾP THEO");
            document.text(text);
        });
        document.closing("Trên đây là báo cáo %s của %s./.".formatted(lowerFirst(subject()), head.issuer()));
    }

    /** The Department's own text; without it what the units wrote, each with its unit. */
    private void section(OfficialDocument document, Section section) {
        Optional<String> own = edited(section);
        List<GatheredText> written = GatheredSection.of(section).map(texts::get).orElse(List.of());
        if (own.isPresent()) {
            document.text(own.get());
        } else if (written.isEmpty()) {
            document.text("Các đơn vị không nêu nội dung này.");
        } else {
            for (int i = 0; i < written.size(); i++) {
                document.item((i < LETTERS.size() ? LETTERS.get(i) + ") " : "- ") + written.get(i).name());
                document.text(written.get(i).text());
            }
        }
    }

    private Optional<String> edited(Section section) {
        return Optional.ofNullable(report.sections.get(section)).map(SectionText::text);
    }

    private long count(IndicatorTotal.Status status) {
        return report.figures.values().stream().filter(total -> total.status() == status).count();
    }

    private void figures(OfficialDocument document) {
        document.appendix("I", "KẾT QUẢ CÁC CHỈ SỐ", reference());
        DocumentTable table = document.table(FIGURES);
        int row = 0;
        for (var total : report.figures.entrySet()) {
            IndicatorTotal of = total.getValue();
            boolean counted = of.numerator() != null;
            table.row(List.of(String.valueOf(++row), total.getKey(), of.name(), counted ? number(of.numerator()) : "",
                    of.denominator() != null ? number(of.denominator()) : "", result(of), number(of.units())));
        }
    }

    static String result(IndicatorTotal total) {
        return switch (total.status()) {
            case COUNTED -> percent(total.percent());
            case AMOUNT -> number(total.numerator()) + " đồng";
            case RATED -> RATINGS.get(total.rating());
            case NO_CASES -> "Không phát sinh";
            case NO_DATA -> "Chưa có số liệu";
        };
    }

    private void units(OfficialDocument document) {
        document.appendix("II", "TÌNH HÌNH BÁO CÁO CỦA CÁC ĐƠN VỊ", reference());
        DocumentTable table = document.table(UNITS);
        int row = 0;
        for (UnitStanding unit : units) {
            table.row(List.of(String.valueOf(++row), unit.unit(), unit.name(), standing(unit),
                    unit.acceptedAt() == null ? ""
                            : "%1$td/%1$tm/%1$tY".formatted(LocalDate.ofInstant(unit.acceptedAt(), zone))));
        }
    }

    static String standing(UnitStanding unit) {
        if (unit.report() == null) {
            return unit.expected() ? "Chưa có báo cáo" : "Tính theo kỳ trước";
        }
        return unit.version() == 1 ? "Đã duyệt" : "Đã duyệt (đính chính)";
    }

    private void proposals(OfficialDocument document) {
        document.appendix("III", "KIẾN NGHỊ, ĐỀ XUẤT CỦA CÁC ĐƠN VỊ VÀ TRẢ LỜI", reference());
        DocumentTable table = document.table(PROPOSALS);
        proposals.forEach(proposal -> table.row(List.of(String.valueOf(proposal.number()), proposal.name(), proposal.text(),
                Objects.requireNonNullElse(proposal.answer(), "Chưa trả lời"))));
    }

    private void references(OfficialDocument document) {
        document.appendix(referencesAppendix(), "SỐ LIỆU DẪN CHIẾU TỪ CHẾ ĐỘ BÁO CÁO KHÁC", reference());
        DocumentTable table = document.table(REFERENCES);
        int row = 0;
        for (ReferredTotal of : references) {
            IndicatorTotal total = of.total();
            boolean counted = total.numerator() != null;
            table.row(List.of(String.valueOf(++row), of.indicator(), total.name(),
                    of.period() == null ? of.regime() : of.regime() + ", " + PeriodName.of(new PeriodCode(of.period())),
                    counted ? number(total.numerator()) : "", total.denominator() != null ? number(total.denominator()) : "",
                    result(total)));
        }
    }

    private String referencesAppendix() {
        return proposals.isEmpty() ? "III" : "IV";
    }

    private String reference() {
        return "Kèm theo Báo cáo số " + documentNumber() + " " + documentDate() + " của " + head.issuer();
    }

    private static String lowerFirst(String text) {
        return text.substring(0, 1).toLowerCase() + text.substring(1);
    }
}
