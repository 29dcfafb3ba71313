package vn.cchc.targets.task;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "Why a completed task is reopened")
record NewReopening(
        @NotBlank @Size(max = 2000) @Schema(examples = "Sản phẩm chưa đáp ứng yêu cầu, cần bổ sung") String reason) {
}
