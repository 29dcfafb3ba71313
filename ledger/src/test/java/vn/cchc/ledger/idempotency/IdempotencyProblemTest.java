package vn.cchc.ledger.idempotency;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import vn.cchc.house.problem.Wording;

class IdempotencyProblemTest {

    @ParameterizedTest
    @EnumSource(IdempotencyProblem.class)
    void everyProblemIsWordedInBothLanguages(IdempotencyProblem type) {
        var vietnamese = new Wording(Wording.VIETNAMESE);
        var english = new Wording(Locale.ENGLISH);

        assertThat(vietnamese.title(type)).isNotEqualTo(english.title(type));
        assertThat(vietnamese.detail(type, List.of())).isNotEqualTo(english.detail(type, List.of())).doesNotContain("{");
    }
}
