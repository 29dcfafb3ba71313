package vn.cchc.targets.plan;

import java.time.LocalDate;
import java.util.List;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import com.fasterxml.jackson.annotation.JsonIgnore;

import vn.cchc.rest.precondition.Revision;
import vn.cchc.rest.precondition.Versioned;
import vn.cchc.values.PlanCode;
import vn.cchc.values.RegimeCode;

@Schema(description = "A plan (kế hoạch): the document that sets the targets")
record PlanView(@JsonIgnore Revision revision, @Schema(examples = "KH-SGDDT-2022") PlanCode code,
        @Schema(description = "Official number; null where the document leaves it blank", nullable = true) String number,
        @Schema(description = "The form of the official number", examples = "/KH-SGDĐT", nullable = true) String numberForm,
        @Schema(description = "Day of issue; null where the document leaves it blank", nullable = true) LocalDate issuedOn,
        @Schema(description = "Year and month of issue", examples = "2022-09", nullable = true) String issuedMonth,
        @Schema(description = "Place and date of issue as printed", examples = "Sóc Trăng, ngày tháng 9 năm 2022", nullable = true) String issuedText,
        String title, String titleEn, String issuer, String issuerEn,
        @Schema(description = "The documents that the plan cites as its basis") List<String> legalBasis,
        @Schema(description = "Code of the regime by which units report the plan's indicators", examples = "CCHC") RegimeCode regime,
        @Schema(description = "First day of validity", examples = "2020-12-15") LocalDate validFrom,
        @Schema(description = "Last day of validity", examples = "2030-12-14") LocalDate validTo,
        @Schema(description = "First year with a milestone", examples = "2021") int yearFrom,
        @Schema(description = "Last year in which a milestone binds", examples = "2030") int yearTo,
        PlanState state,
        @Schema(description = "Code of the plan whose place it takes; null if there is none", nullable = true) PlanCode supersedes,
        @Schema(description = "Code of the plan that has taken its place; null if none has", nullable = true) PlanCode supersededBy,
        @Schema(description = "The last day on which it binds, if another plan took its place before `validTo`; otherwise null", nullable = true) LocalDate endedOn,
        @Schema(description = "With `includeHistory` how it has stood, in the order of time; otherwise null", nullable = true) List<PlanVersionView> history)
        implements
            Versioned {

    static PlanView of(Plan plan) {
        PlanText text = plan.text;
        return new PlanView(plan.revision(), plan.code(), plan.number, text == null ? null : text.numberForm(), plan.issuedOn,
                text == null ? null : text.issuedMonth(), text == null ? null : text.issuedText(), plan.title, plan.titleEn,
                plan.issuer, plan.issuerEn, plan.legalBasis, plan.regime(), plan.validFrom, plan.validTo, plan.yearFrom,
                plan.yearTo, plan.state, code(plan.supersedes), code(plan.supersededBy), plan.endedOn, null);
    }

    PlanView with(List<PlanVersionView> all) {
        return new PlanView(revision, code, number, numberForm, issuedOn, issuedMonth, issuedText, title, titleEn, issuer,
                issuerEn, legalBasis, regime, validFrom, validTo, yearFrom, yearTo, state, supersedes, supersededBy, endedOn,
                all);
    }

    private static PlanCode code(String code) {
        return code == null ? null : new PlanCode(code);
    }
}
