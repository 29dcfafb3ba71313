package vn.cchc.reporting.consolidated;

import java.util.List;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** The letterhead of the consolidated report. An approved report keeps the one of its approval. */
@ConfigMapping(prefix = "cchc.consolidated-reports")
interface ConsolidatedReportConfig {

    /** The body above the issuer. */
    @WithDefault("Ủy ban nhân dân tỉnh Sóc Trăng")
    String parent();

    /** The body that issues the report. */
    @WithDefault("Sở Giáo dục và Đào tạo")
    String issuer();

    /** The place of the issuer, before the date. */
    @WithDefault("Sóc Trăng")
    String place();

    /** The part of the document's number after the slash. */
    @WithDefault("BC-SGDĐT")
    String symbol();

    /** The office of the person who signs. */
    @WithDefault("Giám đốc")
    String signerTitle();

    /** The receivers (nơi nhận), separated by commas. */
    @WithDefault("Ủy ban nhân dân tỉnh,Sở Nội vụ,Các đơn vị thuộc Sở,Lưu: VT")
    List<String> receivers();
}
