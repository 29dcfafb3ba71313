package vn.cchc.targets.plan;

import java.time.LocalDate;
import java.util.List;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "A plan (kế hoạch): the document that sets the targets")
record PlanView(@Schema(examples = "KH-SGDDT-2022") String code,
        @Schema(description = "Official number; null where the document leaves it blank", nullable = true) String number,
        @Schema(description = "Day of issue; null where the document leaves it blank", nullable = true) LocalDate issuedOn,
        String title, String titleEn, String issuer, String issuerEn,
        @Schema(description = "The documents on which the plan rests") List<String> legalBasis,
        @Schema(description = "First year that the plan speaks of", examples = "2021") int yearFrom,
        @Schema(description = "Last year that the plan speaks of", examples = "2030") int yearTo) {

    static PlanView of(Plan plan) {
        return new PlanView(plan.code, plan.number, plan.issuedOn, plan.title, plan.titleEn, plan.issuer, plan.issuerEn,
                plan.legalBasis, plan.yearFrom, plan.yearTo);
    }
}
