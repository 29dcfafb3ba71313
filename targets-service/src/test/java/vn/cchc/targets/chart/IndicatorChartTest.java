package vn.cchc.targets.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import vn.cchc.targets.forecast.Forecast;
import vn.cchc.targets.forecast.ForecastFixture;
import vn.cchc.targets.indicator.Definition;
import vn.cchc.targets.indicator.Indicator;
import vn.cchc.targets.indicator.IndicatorFixture;
import vn.cchc.targets.indicator.IndicatorType;
import vn.cchc.targets.indicator.Rating;
import vn.cchc.targets.indicator.Ratio;
import vn.cchc.targets.plan.PlanFixture;
import vn.cchc.values.PeriodCode;

/** The pictures are also written to {@code target/charts}, to be looked at. */
class IndicatorChartTest {

    private static final List<Long> RISING = List.of(31L, 44L, 58L, 69L);
    private static final List<Long> FALLING = List.of(80L, 55L, 21L, 4L);

    @ParameterizedTest
    @MethodSource("indicators")
    void theTextsOfMilestonesAndFiguresAreTextsAndTheTitleIsTheName(Indicator indicator) throws IOException {
        Svg svg = draw("rising-" + indicator.code(), indicator, figures(indicator, RISING), forecast(indicator, RISING));

        assertThat(svg.title()).isEqualTo(indicator.code() + ": " + definition(indicator).name());
        assertThat(svg.description()).startsWith("Đ")
                .contains("năm " + definition(indicator).milestones().last().year() + ": ");
        assertThat(svg.texts()).contains("Mốc", "Kết quả", "2030");
        figures(indicator, RISING).forEach(figure -> assertThat(svg.texts())
                .contains(figure.label() + (figure.provisional() ? " *" : "")));
    }

    @ParameterizedTest
    @MethodSource("indicators")
    void anIndicatorWithoutFiguresIsDrawnWithItsMilestones(Indicator indicator) throws IOException {
        Svg svg = draw("empty-" + indicator.code(), indicator, List.of(), ForecastFixture.none(indicator));

        assertThat(svg.description()).contains("Chưa có số liệu nào được duyệt.", "năm");
        assertThat(svg.texts()).contains("Mốc của kế hoạch").doesNotContain("Số liệu đã duyệt");
    }

    @Test
    void eachSeriesHasItsOwnMarkAndNoneAColour() throws IOException {
        Indicator indicator = indicator("CT04");
        Svg svg = draw("series", indicator, figures(indicator, RISING), forecast(indicator, RISING));

        assertThat(svg.texts()).contains("Mốc của kế hoạch", "Dự báo", "Khoảng dự báo 95 %", "Số liệu đã duyệt",
                "Số liệu tạm tính (*)", "30 %", "50 %", "70 %", "90 %", "100 %");
        assertThat(svg.colours()).allMatch(Svg::isGrey);
        assertThat(svg.attributes("stroke-dasharray")).hasSizeGreaterThanOrEqualTo(2);
        assertThat(svg.description()).contains("THEIL_SEN_1", "2024 (ngày 14/12/2024): 69,00 %, tạm tính");
    }

    @Test
    void aFallingForecastStaysWithinThePicture() throws IOException {
        Indicator indicator = indicator("CT05.1");
        Svg svg = draw("falling", indicator, figures(indicator, FALLING), forecast(indicator, FALLING));

        assertThat(svg.description()).contains("0,00 % vào ngày 14/12/2030");
    }

    @Test
    void aReductionMayBeNegative() throws IOException {
        Indicator indicator = indicator("CT08.2");
        Svg svg = draw("negative", indicator, List.of(figure(2030, -23, true)), ForecastFixture.none(indicator));

        assertThat(svg.texts()).contains("-40", "-23,00 % *");
    }

    @Test
    void manyFiguresAndYearsStillHaveOneLabelForAYear() throws IOException {
        Indicator indicator = indicator("CT03.1");
        List<Figure> quarters = IntStream.rangeClosed(2003, 2025)
                .mapToObj(year -> Stream.of(3, 6, 9, 12).map(month -> Figure.of(PeriodCode.ofYear(year),
                        LocalDate.of(year, month, 14), Ratio.of(year - 1950 + month, 100), false)))
                .flatMap(each -> each).toList();

        Svg svg = draw("many", indicator, quarters, ForecastFixture.none(indicator));

        assertThat(svg.texts()).contains("87,00 %").doesNotContain("78,00 %");
    }

    @Test
    void markupInANameIsText() throws IOException {
        Indicator indicator = IndicatorFixture.named("A < B & \"C\" <script>x</script>");
        Svg svg = draw("escaped", indicator, List.of(), ForecastFixture.none(indicator));

        assertThat(svg.title()).endsWith("A < B & \"C\" <script>x</script>");
        assertThat(svg.elements()).doesNotContain("script");
    }

    @Test
    void equalContentGivesAnEqualDocument() {
        Indicator indicator = indicator("CT04");
        IndicatorChart chart = chart(indicator, figures(indicator, RISING), forecast(indicator, RISING));

        assertThat(chart.svg()).isEqualTo(chart.svg());
    }

    private static Svg draw(String name, Indicator indicator, List<Figure> figures, Forecast forecast) throws IOException {
        String svg = chart(indicator, figures, forecast).svg();
        Files.writeString(Files.createDirectories(Path.of("target", "charts")).resolve(name + ".svg"), svg);
        return Svg.parse(svg);
    }

    private static IndicatorChart chart(Indicator indicator, List<Figure> figures, Forecast forecast) {
        SortedMap<Integer, Definition> ofYears = new TreeMap<>();
        IndicatorChart.years(indicator, definition(indicator), figures)
                .forEach(year -> ofYears.put(year, definition(indicator)));
        return new IndicatorChart(indicator.code(), definition(indicator), ofYears, figures, forecast);
    }

    private static Definition definition(Indicator indicator) {
        return indicator.definitionOn(LocalDate.of(2026, 1, 1));
    }

    static List<Indicator> indicators() {
        return PlanFixture.shippedIndicators();
    }

    private static Indicator indicator(String code) {
        return indicators().stream().filter(indicator -> indicator.code().value().equals(code)).findFirst().orElseThrow();
    }

    /** Of the years from 2021 on; the last one is provisional. */
    private static List<Figure> figures(Indicator indicator, List<Long> percent) {
        if (indicator.type() == IndicatorType.QUALITATIVE) {
            return List.of(Figure.of(PeriodCode.ofYear(2024), LocalDate.of(2024, 12, 14), Rating.NOT_ACHIEVED, false),
                    Figure.of(PeriodCode.ofYear(2025), LocalDate.of(2025, 12, 14), Rating.PARTLY_ACHIEVED, true));
        }
        return IntStream.range(0, percent.size())
                .mapToObj(i -> figure(2021 + i, percent.get(i), i == percent.size() - 1)).toList();
    }

    private static Figure figure(int year, long percent, boolean provisional) {
        return Figure.of(PeriodCode.ofYear(year), LocalDate.of(year, 12, 14), Ratio.of(percent, 100), provisional);
    }

    private static Forecast forecast(Indicator indicator, List<Long> percent) {
        return indicator.type() == IndicatorType.QUALITATIVE ? ForecastFixture.none(indicator)
                : ForecastFixture.of(indicator, LocalDate.of(2030, 12, 14), percent);
    }
}
