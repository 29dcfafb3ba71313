package vn.cchc.targets.yearlyindex;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;

/** An index that the plan has reviewed every year, such as the PAR Index. */
@Entity
class YearlyIndex {

    @Id
    String code;
    int position;
    String name;
    String nameEn;

    protected YearlyIndex() {
    }
}
