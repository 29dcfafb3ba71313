package vn.cchc.reporting.deputy;

import java.time.LocalDate;
import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import com.fasterxml.jackson.annotation.JsonIgnore;

import vn.cchc.rest.precondition.Revision;
import vn.cchc.rest.precondition.Versioned;

@Schema(name = "Deputy", description = "Who acts for whom, and when")
record DeputyView(@JsonIgnore Revision revision, UUID id, DeputyRole role,
        @Schema(description = "Subject of the token of the person who is represented", examples = "vp-head") String principal,
        @Schema(description = "Subject of the deputy's token", examples = "tccb-head") String deputy,
        @Schema(description = "UNIT_HEAD: code of the unit", examples = "VP", nullable = true) String unit,
        @Schema(description = "REVIEWER: id of the only review scope in which the deputy acts; null for all that the reviewer reviews", nullable = true) UUID reviewScope,
        LocalDate validFrom,
        LocalDate validTo, @Schema(examples = "41/QĐ-SGDĐT") String decisionNumber,
        @Schema(description = "One higher after each change", examples = "1") long version) implements Versioned {

    static DeputyView of(Deputy of) {
        return new DeputyView(of.revision(), of.id, of.role, of.principal, of.deputy, of.unit, of.reviewScope, of.validFrom,
                of.validTo,
                of.decisionNumber, of.version);
    }
}
