package vn.cchc.reporting.consolidated;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;

import org.apache.poi.xwpf.usermodel.ParagraphAlignment;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFHeader;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.junit.jupiter.api.Test;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTSectPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STPageOrientation;

import vn.cchc.reporting.consolidated.ConsolidatedContent.Gathered;
import vn.cchc.reporting.consolidated.ConsolidatedContent.GatheredText;
import vn.cchc.reporting.consolidated.ConsolidatedContent.ProposalText;
import vn.cchc.reporting.consolidated.ConsolidatedContent.ReferredTotal;
import vn.cchc.reporting.consolidated.ConsolidatedContent.UnitStanding;
import vn.cchc.reporting.report.Rating;

/** The document has the layout of Decree 30/2020/NĐ-CP, appendix I. */
class ReportDocumentTest {

    private static final ZoneId VIETNAM = ZoneId.of("Asia/Ho_Chi_Minh");
    private static final Instant APPROVED = Instant.parse("2025-09-17T03:00:00Z");
    private static final Letterhead HEAD = new Letterhead("Ủy ban nhân dân tỉnh Sóc Trăng", "Sở Giáo dục và Đào tạo",
            "Sóc Trăng", "BC-SGDĐT", "Giám đốc",
            List.of("Ủy ban nhân dân tỉnh", "Sở Nội vụ", "Các đơn vị thuộc Sở", "Lưu: VT"));
    private static final String LONG = "Đơn vị đã rà soát, công khai đầy đủ thủ tục hành chính thuộc thẩm quyền; tiếp nhận và trả kết quả đúng hạn 1.245 hồ sơ, không để tồn đọng hồ sơ quá hạn trong kỳ báo cáo.";

    @Test
    void pagesAreA4WithTheMarginsOfTheDecree() throws IOException {
        XWPFDocument document = read(sent());

        List<CTSectPr> sections = sections(document);
        assertThat(sections).hasSize(4);
        assertThat(sections.get(0).getPgSz().getW()).isEqualTo(BigInteger.valueOf(11906));
        assertThat(sections.get(0).getPgSz().getH()).isEqualTo(BigInteger.valueOf(16838));
        assertThat(sections.subList(1, 4))
                .allMatch(section -> section.getPgSz().getOrient().equals(STPageOrientation.LANDSCAPE));
        assertThat(sections).allSatisfy(section -> {
            assertThat(millimetres(section.getPgMar().getTop())).isBetween(20.0, 25.0);
            assertThat(millimetres(section.getPgMar().getBottom())).isBetween(20.0, 25.0);
            assertThat(millimetres(section.getPgMar().getLeft())).isBetween(30.0, 35.0);
            assertThat(millimetres(section.getPgMar().getRight())).isBetween(15.0, 20.0);
        });
    }

    @Test
    void pageNumbersStandInTheMiddleOfTheTopMarginFromTheSecondPageOn() throws IOException {
        XWPFDocument document = read(sent());

        assertThat(sections(document)).allMatch(CTSectPr::isSetTitlePg);
        assertThat(sections(document).get(0).sizeOfHeaderReferenceArray()).isEqualTo(2);
        XWPFHeader numbered = document.getHeaderFooterPolicy().getDefaultHeader();
        XWPFParagraph number = numbered.getParagraphs().get(numbered.getParagraphs().size() - 1);
        assertThat(number.getAlignment()).isEqualTo(ParagraphAlignment.CENTER);
        assertThat(number.getCTP().xmlText()).contains("PAGE");
        assertThat(document.getHeaderFooterPolicy().getFirstPageHeader().getText().strip()).isEmpty();
    }

    @Test
    void theLetterheadNamesTheNationTheIssuerTheNumberAndTheDate() throws IOException {
        XWPFTable head = read(sent()).getTables().get(0);

        assertThat(head.getRow(0).getCell(0).getText()).contains("ỦY BAN NHÂN DÂN\nTỈNH SÓC TRĂNG", "SỞ GIÁO DỤC VÀ ĐÀO TẠO");
        assertThat(head.getRow(0).getCell(1).getText()).contains("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
                "Độc lập - Tự do - Hạnh phúc");
        assertThat(head.getRow(0).getCell(1).getParagraphs().get(0).getRuns().get(0))
                .matches(run -> run.isBold() && run.getFontSizeAsDouble() == 12);
        assertThat(head.getRow(1).getCell(0).getText()).isEqualTo("Số: 1234/BC-SGDĐT");
        assertThat(head.getRow(1).getCell(1).getText()).isEqualTo("Sóc Trăng, ngày 18 tháng 9 năm 2025");
        assertThat(head.getRow(1).getCell(1).getParagraphs().get(0).getRuns().get(0).isItalic()).isTrue();
    }

    @Test
    void everyTextIsInTimesNewRomanAndTheBodyHas14Points() throws IOException {
        XWPFDocument document = read(sent());

        assertThat(document.getParagraphs()).flatExtracting(XWPFParagraph::getRuns).isNotEmpty()
                .allMatch(run -> "Times New Roman".equals(run.getFontFamily()));
        XWPFParagraph body = paragraph(document, LONG);
        assertThat(body.getRuns().get(0).getFontSizeAsDouble()).isEqualTo(14);
        assertThat(body.getAlignment()).isEqualTo(ParagraphAlignment.BOTH);
        assertThat(paragraph(document, "BÁO CÁO")).matches(title -> title.getAlignment() == ParagraphAlignment.CENTER)
                .matches(title -> title.getRuns().get(0).isBold());
        assertThat(document.getParagraphs()).extracting(XWPFParagraph::getText).containsSubsequence("BÁO CÁO",
                "Kết quả thực hiện cải cách hành chính quý III năm 2025", "I. TÌNH HÌNH CHUNG", "II. KẾT QUẢ THỰC HIỆN",
                "1. Kết quả các chỉ số", "2. Nội dung thực hiện", "a) Văn phòng", "III. KHÓ KHĂN, VƯỚNG MẮC",
                "IV. SÁNG KIẾN CẢI CÁCH HÀNH CHÍNH", "V. KIẾN NGHỊ, ĐỀ XUẤT", "PHỤ LỤC I", "PHỤ LỤC II", "PHỤ LỤC III");
    }

    @Test
    void theHeadingRowsOfTheAppendicesAreRepeatedAndNumbersAreVietnamese() throws IOException {
        List<XWPFTable> tables = read(sent()).getTables();

        assertThat(tables).hasSize(5);
        assertThat(tables.subList(2, 5)).allMatch(table -> table.getRow(0).isRepeatHeader());
        assertThat(tables.get(2).getRow(1).getTableCells()).extracting(cell -> cell.getText()).containsExactly("1", "CT01",
                "Tỷ lệ hồ sơ thủ tục hành chính được giải quyết đúng hạn", "1.058.250", "1.245.000", "85,00\u00a0%", "12");
        assertThat(tables.get(2).getRows().subList(2, 5)).extracting(row -> row.getCell(5).getText())
                .containsExactly("Đạt một phần", "Không phát sinh", "Chưa có số liệu");
    }

    @Test
    void theSignatureBlockNamesTheOfficeTheSignerAndTheReceivers() throws IOException {
        XWPFTable signature = read(sent()).getTables().get(1);

        assertThat(signature.getRow(0).getCell(0).getText()).contains("Nơi nhận:", "- Ủy ban nhân dân tỉnh;", "- Lưu: VT.");
        assertThat(signature.getRow(0).getCell(1).getText()).contains("GIÁM ĐỐC", "Nguyễn Văn A");
    }

    @Test
    void theFileOfAnApprovedReportIsAlwaysTheSame() throws IOException {
        assertThat(sent()).isEqualTo(sent());
    }

    @Test
    void aDraftHasABlankNumberDateAndName() throws IOException {
        ConsolidatedReport draft = report();
        XWPFDocument document = read(written(draft));

        assertThat(document.getTables().get(0).getRow(1).getCell(0).getText()).matches("Số: +/BC-SGDĐT");
        assertThat(document.getTables().get(0).getRow(1).getCell(1).getText())
                .matches("Sóc Trăng, ngày +tháng +năm 2025");
        assertThat(paragraph(document, "(Dự thảo)").getRuns().get(0).isItalic()).isTrue();
    }

    private static byte[] sent() throws IOException {
        ConsolidatedReport report = report();
        report.approve("director", APPROVED, "Nguyễn Văn A", HEAD, new Gathered(List.of(), List.of(), List.of()));
        report.send(new Dispatch("1234/BC-SGDĐT", LocalDate.of(2025, 9, 18), DispatchChannel.INFORMATION_SYSTEM,
                "Ủy ban nhân dân tỉnh", "reviewer", APPROVED));
        byte[] file = written(report);
        // To look at it: it can be opened, or turned into pictures.
        Files.write(Path.of("target", "consolidated-report.docx"), file);
        return file;
    }

    @Test
    void figuresOfAnotherRegimeHaveAnAppendixOfTheirOwn() throws IOException {
        byte[] file = written(report(), List.of(
                referred("CT05.1", "2025Q3", total("Thủ tục trực tuyến", 1_700L, 2_000L, null, 12)),
                referred("CT05.2", "2025Q3",
                        total("Thủ tục hành chính nội bộ giữa Sở Giáo dục và Đào tạo và cơ quan hành chính "
                                + "nhà nước được công bố, công khai và cập nhật kịp thời", 1_234_567_890L, 9_876_543_210L, null,
                                1_600)),
                referred("CT13.1", "2025", total("Cơ cấu đội ngũ", null, null, Rating.PARTLY_ACHIEVED, 1)),
                referred("CT14", "2025", total("Mức độ hài lòng", 0L, 0L, null, 1))));
        Files.write(Path.of("target", "consolidated-report-with-references.docx"), file);
        XWPFDocument document = read(file);

        assertThat(document.getParagraphs()).extracting(XWPFParagraph::getText).contains(
                "Có 4 số liệu được dẫn chiếu từ chế độ báo cáo khác và không tính lần thứ hai (Phụ lục IV).", "PHỤ LỤC IV");
        assertThat(document.getTables()).hasSize(6);
        assertThat(document.getTables().get(5).getRow(1).getTableCells()).extracting(cell -> cell.getText()).containsExactly(
                "1", "CT05.1", "Thủ tục trực tuyến", "CCHC, quý III năm 2025", "1.700", "2.000", "85,00\u00a0%");
    }

    private static byte[] written(ConsolidatedReport report) throws IOException {
        return written(report, List.of());
    }

    private static byte[] written(ConsolidatedReport report, List<ReferredTotal> references) throws IOException {
        List<UnitStanding> units = IntStream.rangeClosed(1, 60)
                .mapToObj(n -> new UnitStanding("TRUONG-" + n, "Trường Trung học phổ thông số " + n, true,
                        n % 9 == 0 ? null : UUID.randomUUID(), n % 9 == 0 ? null : 1 + n % 2, n % 9 == 0 ? null : APPROVED))
                .toList();
        List<ProposalText> proposals = IntStream.rangeClosed(1, 4)
                .mapToObj(n -> new ProposalText(n, "TRUONG-" + n, "Trường Trung học phổ thông số " + n,
                        "Đề nghị Sở bổ sung máy quét và tập huấn số hóa hồ sơ cho " + n + " cán bộ.",
                        n % 2 == 0 ? null : "Sở sẽ bổ sung máy quét trong quý IV năm 2025.", null, null))
                .toList();
        List<GatheredText> results = List.of(new GatheredText("VP", "Văn phòng", LONG),
                new GatheredText("TCCB", "Phòng Tổ chức cán bộ", LONG + "\n" + LONG),
                new GatheredText("KHTC", "Phòng Kế hoạch - Tài chính", LONG));
        var out = new ByteArrayOutputStream();
        new ReportDocument(report, "Báo cáo cải cách hành chính", HEAD, VIETNAM,
                new ConsolidatedReportView.Units(60, 54, 6, 0), units, references, proposals,
                Map.of(GatheredSection.RESULTS, results, GatheredSection.DIFFICULTIES, results)).write(out);
        return out.toByteArray();
    }

    private static ConsolidatedReport report() {
        ConsolidatedReport report = new ConsolidatedReport("CCHC", "2025Q3", "reviewer", APPROVED);
        report.id = UUID.fromString("0199e2a4-5c00-7000-8000-000000000002");
        report.figures.put("CT01", total("Tỷ lệ hồ sơ thủ tục hành chính được giải quyết đúng hạn", 1_058_250L, 1_245_000L,
                null, 12));
        report.figures.put("CT02",
                total("Mức độ hoàn thành việc ban hành kế hoạch cải cách hành chính của đơn vị", null, null,
                        Rating.PARTLY_ACHIEVED, 54));
        report.figures.put("CT03", total("Tỷ lệ hồ sơ được số hóa", 0L, 0L, null, 3));
        report.figures.put("CT04", total("Tỷ lệ dịch vụ công trực tuyến toàn trình", null, null, null, 0));
        report.edit(Section.GENERAL, LONG + "\n" + LONG, "reviewer", APPROVED);
        report.edit(Section.INITIATIVES, "Có 03 sáng kiến được công nhận trong kỳ.", "reviewer", APPROVED);
        report.edit(Section.NEXT_STEPS, LONG, "reviewer", APPROVED);
        return report;
    }

    private static IndicatorTotal total(String name, Long numerator, Long denominator, Rating rating, long units) {
        return new IndicatorTotal(name, name, numerator == null ? null : BigInteger.valueOf(numerator),
                denominator == null ? null : BigInteger.valueOf(denominator), rating, units, units == 0 ? "" : "2025Q3");
    }

    private static ReferredTotal referred(String indicator, String period, IndicatorTotal total) {
        return new ReferredTotal(indicator, "CCHC", period, total, 1);
    }

    private static XWPFDocument read(byte[] file) throws IOException {
        return new XWPFDocument(new ByteArrayInputStream(file));
    }

    private static List<CTSectPr> sections(XWPFDocument document) {
        List<CTSectPr> sections = new ArrayList<>(document.getParagraphs().stream()
                .filter(paragraph -> paragraph.getCTP().isSetPPr() && paragraph.getCTP().getPPr().isSetSectPr())
                .map(paragraph -> paragraph.getCTP().getPPr().getSectPr()).toList());
        sections.add(document.getDocument().getBody().getSectPr());
        return sections;
    }

    private static XWPFParagraph paragraph(XWPFDocument document, String text) {
        return document.getParagraphs().stream().filter(paragraph -> paragraph.getText().equals(text)).findFirst()
                .orElseThrow();
    }

    private static double millimetres(Object twips) {
        return Math.round(((BigInteger) twips).doubleValue() * 25.4 / 1440 * 10) / 10.0;
    }
}
