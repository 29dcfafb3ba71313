package vn.cchc.reporting.report;

import java.time.Instant;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "Why a warning of the quality gate is right to be ignored")
record Explanation(@Schema(examples = "Từ tháng 7 có thêm 120 thủ tục của cấp huyện cũ") String text,
        @Schema(description = "Subject of the token", examples = "vp-reporter") String by, Instant at) {
}
