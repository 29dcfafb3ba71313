package vn.cchc.targets.plan;

import java.time.LocalDate;
import java.util.List;

/** The plan as it was printed: the shape of {@code plan/plan.json}. */
record PlanDocument(String code, String number, LocalDate issuedOn, String title, String titleEn, String issuer,
        String issuerEn, List<String> legalBasis, int yearFrom, int yearTo, List<PrintedTarget> targets) {

    record PrintedTarget(int number, String wording, String nameEn) {
    }
}
