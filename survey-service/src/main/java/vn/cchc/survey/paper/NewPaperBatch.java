package vn.cchc.survey.paper;

import java.util.List;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "Paper forms to enter together")
record NewPaperBatch(@Schema(description = "1 to 5,000 forms") List<PaperForm> rows) {

    NewPaperBatch {
        rows = rows == null ? List.of() : List.copyOf(rows);
    }
}
