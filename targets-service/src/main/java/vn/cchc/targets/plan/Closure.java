package vn.cchc.targets.plan;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "PlanClosure", description = "Why a plan is closed (kết thúc)")
record Closure(@NotBlank @Size(max = 4000) @Schema(examples = "Đã tổng kết giai đoạn 2021 - 2025") String reason,
        @Size(min = 1, max = 100) @Schema(description = "Number of the decision, if there is one", examples = "88/QĐ-SGDĐT", nullable = true) String decisionNumber) {
}
