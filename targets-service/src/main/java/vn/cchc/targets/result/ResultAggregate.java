package vn.cchc.targets.result;

import java.math.BigInteger;
import java.time.LocalDate;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;

import org.hibernate.annotations.Immutable;

/**
 * The sum over the units of which an indicator's figure for a period rests on the same basis. Written by {@link UnitResults}.
 */
@Entity
@Immutable
@IdClass(ResultAggregate.Key.class)
class ResultAggregate {

    record Key(String indicator, String period, String basis) {
    }

    @Id
    String indicator;
    @Id
    String period;
    @Id
    String basis;
    int year;
    LocalDate periodTo;
    boolean complete;
    LocalDate nextDue;
    long units;
    BigInteger numerator;
    BigInteger denominator;
    long notAchieved;
    long partlyAchieved;
    long achieved;

    protected ResultAggregate() {
    }

    ResultTotal tally() {
        return new ResultTotal(units, numerator, denominator, notAchieved, partlyAchieved, achieved);
    }
}
