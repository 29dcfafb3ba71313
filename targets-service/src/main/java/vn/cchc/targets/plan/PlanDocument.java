package vn.cchc.targets.plan;

import java.time.LocalDate;
import java.util.List;

import vn.cchc.rest.change.Auditable;

/** The plan as it was printed: the shape of {@code plan/plan.json}. */
record PlanDocument(String code, String number, LocalDate issuedOn, String title, String titleEn, String issuer,
        String issuerEn, List<String> legalBasis, String regime, LocalDate validFrom, LocalDate validTo, int yearFrom,
        int yearTo, List<TargetRow> targets) implements Auditable {

    record TargetRow(int number, String wording, String nameEn) {
    }

    @Override
    public String auditType() {
        return "plan";
    }

    @Override
    public String auditId() {
        return code;
    }

    @Override
    public Object auditSnapshot() {
        return this;
    }
}
