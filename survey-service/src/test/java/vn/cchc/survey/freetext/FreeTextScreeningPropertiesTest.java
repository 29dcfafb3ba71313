package vn.cchc.survey.freetext;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.Pattern;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class FreeTextScreeningPropertiesTest {

    private static final int LONGEST = 500;
    private static final Pattern DIGIT = Pattern.compile("\\p{Nd}");

    @Property
    void noDigitOfAnIdentifierRemainsWhateverSeparatesThem(@ForAll("identifiers") String identifier,
            @ForAll("words") String before,
            @ForAll("words") String after) {
        String screened = FreeTextScreening.screen(before + identifier + after, LONGEST);

        assertThat(DIGIT.matcher(screened).find()).isFalse();
        assertThat(screened).startsWith(before).endsWith(after).contains(FreeTextScreening.MARK);
    }

    @Property
    void noAddressRemains(@ForAll("addresses") String address, @ForAll("words") String before) {
        assertThat(FreeTextScreening.screen(before + ' ' + address + ' ' + before, LONGEST))
                .isEqualTo(before + ' ' + FreeTextScreening.MARK + ' ' + before);
    }

    @Property
    void theResultIsNotTooLongAndIsNotScreenedFurther(@ForAll("texts") String text) {
        String screened = FreeTextScreening.screen(text, text.length());

        assertThat(screened.length()).isLessThanOrEqualTo(text.length());
        assertThat(screened.codePoints().noneMatch(point -> Character.getType(point) == Character.SURROGATE)).isTrue();
        assertThat(FreeTextScreening.screen(screened, LONGEST)).isEqualTo(screened);
    }

    /** A telephone number (10 digits, or +84 and 9), an identity number of 9 or of 12 digits. */
    @Provide
    Arbitrary<String> identifiers() {
        return Arbitraries.of(9, 10, 11, 12).flatMap(length -> Combinators.combine(
                Arbitraries.strings().numeric().ofLength(length),
                Arbitraries.of("", " ", ".", "-", " - ", "\u00a0", "–").list().ofSize(length - 1),
                Arbitraries.of("", "+")).as(FreeTextScreeningPropertiesTest::separated));
    }

    private static String separated(String digits, List<String> separators, String sign) {
        StringBuilder text = new StringBuilder(sign).append(digits.charAt(0));
        for (int i = 1; i < digits.length(); i++) {
            text.append(separators.get(i - 1)).append(digits.charAt(i));
        }
        return text.toString();
    }

    @Provide
    Arbitrary<String> addresses() {
        Arbitrary<String> name = Arbitraries.strings().withCharRange('a', 'z').ofMinLength(1).ofMaxLength(12);
        return Combinators
                .combine(name, Arbitraries.of("@", " @ ", "(at)", " [at] "), name, Arbitraries.of(".vn", ".com", ".gov.vn"))
                .as((user, at, host, top) -> user + at + host + top);
    }

    @Provide
    Arbitrary<String> words() {
        return Arbitraries.of("", "Số của tôi: ", "Cán bộ nhiệt tình; ", "thủ tục nhanh, ");
    }

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.strings().withChars("0123456789 .-@abđ🙂\n").ofMinLength(1).ofMaxLength(200)
                .filter(text -> text.codePoints().noneMatch(point -> Character.getType(point) == Character.SURROGATE));
    }
}
