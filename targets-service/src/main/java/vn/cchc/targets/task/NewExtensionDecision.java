package vn.cchc.targets.task;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import vn.cchc.rest.text.StorableText;

@Schema(description = "The decision on a request to extend a deadline")
record NewExtensionDecision(@NotNull @Schema(examples = "true") Boolean granted,
        @Size(max = 2000) @Schema(description = "Required if the request is refused", examples = "Đồng ý gia hạn đến hết quý III", nullable = true) String reason) {

    boolean lacksReason() {
        return !granted && (reason == null || StorableText.isBlank(reason));
    }
}
