package vn.cchc.survey.stratum;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SampleSizeTest {

    // Of exactly 400 people with an error of 5 %, exactly half: a binary fraction of 0.05² would round it up to 201.
    @ParameterizedTest
    @CsvSource({ "1000, 5, 286", "400, 5, 200", "1, 5, 1", "100000000, 5, 400", "10000, 2.5, 1380", "500, 50, 4" })
    void theSampleIsRoundedUp(long population, BigDecimal marginOfError, long sample) {
        assertThat(SampleSize.of(population, marginOfError)).isEqualTo(sample);
    }
}
