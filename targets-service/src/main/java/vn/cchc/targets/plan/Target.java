package vn.cchc.targets.plan;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;

import vn.cchc.values.PlanCode;
import vn.cchc.values.TargetCode;

/** A target (chỉ tiêu) of a plan, in the plan's words. One to three indicators measure it. */
@Entity
@IdClass(Target.Key.class)
class Target {

    record Key(String plan, int number) {

        Key(TargetCode code) {
            this(code.plan().value(), code.number());
        }
    }

    @Id
    String plan;
    @Id
    int number;
    String wording;
    String nameEn;

    protected Target() {
    }

    Target(PlanCode plan, NewPlan.NewTarget wanted) {
        this.plan = plan.value();
        this.number = wanted.number();
        this.wording = wanted.wording();
        this.nameEn = wanted.nameEn();
    }

    TargetCode code() {
        return new TargetCode(new PlanCode(plan), number);
    }
}
