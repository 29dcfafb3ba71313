package vn.cchc.targets.plan;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;

/** One of the plan's targets (chỉ tiêu), in the plan's own words. It is measured by one to three indicators. */
@Entity
class Target {

    @Id
    int number;
    String plan;
    String wording;
    String nameEn;

    protected Target() {
    }

    Target(String plan, PlanDocument.TargetRow printed) {
        this.plan = plan;
        this.number = printed.number();
        this.wording = printed.wording();
        this.nameEn = printed.nameEn();
    }
}
