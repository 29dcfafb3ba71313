package vn.cchc.targets.plan;

import java.time.LocalDate;
import java.util.List;

import vn.cchc.ledger.audit.Audited;

/** The plan as it was printed: the shape of {@code plan/plan.json}. */
record PlanDocument(String code, String number, LocalDate issuedOn, String title, String titleEn, String issuer,
        String issuerEn, List<String> legalBasis, int yearFrom, int yearTo, List<PrintedTarget> targets) implements Audited {

    record PrintedTarget(int number, String wording, String nameEn) {
    }

    @Override
    public String auditedAs() {
        return "plan";
    }

    @Override
    public String auditedId() {
        return code;
    }

    @Override
    public Object auditedState() {
        return this;
    }
}
