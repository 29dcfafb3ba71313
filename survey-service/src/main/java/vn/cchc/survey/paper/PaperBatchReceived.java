package vn.cchc.survey.paper;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "What became of a batch of paper forms")
record PaperBatchReceived(@Schema(description = "Forms in the batch", examples = "120") int rows,
        @Schema(description = "Forms that were entered now", examples = "118") int added,
        @Schema(description = "Forms whose number was entered before; they changed nothing", examples = "2") int known) {
}
