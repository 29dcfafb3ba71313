package vn.cchc.targets.result;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import vn.cchc.events.UnitResultAccepted;
import vn.cchc.targets.indicator.Rating;

@Schema(name = "AcceptedFigure", description = "One indicator's figure in an accepted report, who accepted it, and what proves it")
public record AcceptedFigureView(@Schema(examples = "2025") String period, @Schema(nullable = true) Long numerator,
        @Schema(nullable = true) Long denominator, @Schema(nullable = true) Rating rating,
        @Schema(description = "The grounds of the rating", nullable = true) String statement,
        @Schema(description = "Id of the report in reporting-service") UUID report,
        @Schema(description = "1 for the first acceptance, higher after each correction") int reportVersion,
        @Schema(examples = "CCHC") String regime,
        @Schema(description = "Subject of the unit head's token") String submittedBy,
        Instant submittedAt, @Schema(description = "Subject of the reviewer's token") String acceptedBy,
        Instant acceptedAt,
        @Schema(description = "SHA-256 of the accepted report's canonical form", nullable = true) String seal,
        @Schema(description = "The documents that prove the report (minh chứng)") List<EvidenceView> evidence) {

    @Schema(name = "AcceptedEvidence", description = "A document that proves a report (minh chứng)")
    public record EvidenceView(@Schema(examples = "125/QĐ-SGDĐT", nullable = true) String number,
            @Schema(nullable = true) LocalDate date, @Schema(nullable = true) String issuer, String title,
            @Schema(nullable = true) String page, @Schema(nullable = true) String url,
            @Schema(description = "SHA-256 of the document in lower-case hexadecimal", nullable = true) String sha256) {

        private static EvidenceView of(UnitResultAccepted.Evidence of) {
            return new EvidenceView(of.number(), of.date(), of.issuer(), of.title(), of.page(), of.url(), of.sha256());
        }
    }

    static AcceptedFigureView of(UnitResult row) {
        return new AcceptedFigureView(row.period, row.numerator, row.denominator, row.rating, row.statement, row.report,
                row.reportVersion, row.regime, row.submittedBy, row.submittedAt, row.acceptedBy, row.acceptedAt, row.seal,
                row.evidence == null ? List.of() : row.evidence.stream().map(EvidenceView::of).toList());
    }
}
