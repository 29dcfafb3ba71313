package vn.cchc.targets.task;

import java.time.LocalDate;
import java.util.List;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "The completion of a task", examples = NewCompletion.EXAMPLE)
record NewCompletion(
        @NotNull @Schema(description = "The day on which it was completed, not after today", examples = "2025-06-20") LocalDate completedOn,
        @NotNull @Size(min = 1, max = Evidence.MAX_DOCUMENTS, message = "{cchc.ListSize.message}") List<@Valid @NotNull Evidence> evidence) {

    static final String EXAMPLE = """
            {"completedOn": "2025-06-20", "evidence": [{"number": "125/QĐ-SGDĐT", "date": "2025-06-20",
             "issuer": "Sở Giáo dục và Đào tạo", "title": "Quyết định ban hành quy trình nội bộ"}]}""";
}
