package vn.cchc.targets.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.junit.jupiter.api.Test;

import vn.cchc.targets.indicator.Definition;
import vn.cchc.targets.indicator.Indicator;
import vn.cchc.targets.indicator.IndicatorType;
import vn.cchc.targets.indicator.Milestone;
import vn.cchc.targets.indicator.Rating;
import vn.cchc.targets.plan.PlanFixture;
import vn.cchc.targets.result.IndicatorResultView;
import vn.cchc.targets.scoreboard.Flag;
import vn.cchc.targets.scoreboard.ScoreboardView;
import vn.cchc.targets.scoreboard.ScoreboardView.Row;
import vn.cchc.targets.scoreboard.Verdict;
import vn.cchc.values.PeriodCode;
import vn.cchc.values.PlanCode;

/** The 23 indicators of the plan with every verdict. The picture is also written to {@code target/charts}, to be looked at. */
class ScoreboardChartTest {

    private final List<Row> rows = rows();

    @Test
    void everyIndicatorHasItsResultMilestoneAndVerdictInWords() throws IOException {
        Svg svg = draw("scoreboard");

        assertThat(svg.title()).isEqualTo("Kết quả thực hiện các chỉ số năm 2025 – kế hoạch KH-SGDDT-2022");
        rows.forEach(row -> {
            assertThat(svg.texts()).contains(row.code().value());
            assertThat(svg.description()).contains(row.code() + " " + row.name() + ": ");
        });
        assertThat(svg.texts()).contains("13,00 % / mốc 80 % (2025)", "– / mốc Đạt (2025)", "Chưa đạt, tạm tính", "Đạt",
                "Chưa có số liệu",
                "Không phát sinh", "Đạt một phần");
    }

    @Test
    void theVerdictIsInThePatternOfTheBarAndNotInAColour() throws IOException {
        Svg svg = draw("scoreboard");

        assertThat(svg.colours()).allMatch(Svg::isGrey);
        long stripes = svg.elements().stream().filter("line"::equals).count();
        rows.replaceAll(row -> row(row, Verdict.MET));
        assertThat(draw("scoreboard-met").elements().stream().filter("line"::equals).count()).isLessThan(stripes - 100);
    }

    private Svg draw(String name) throws IOException {
        Map<Verdict, Integer> verdicts = new EnumMap<>(Verdict.class);
        rows.forEach(row -> verdicts.merge(row.verdict(), 1, Integer::sum));
        String svg = new ScoreboardChart(new ScoreboardView(new PlanCode("KH-SGDDT-2022"), 2025, verdicts, Map.of(), rows))
                .svg();
        Files.writeString(Files.createDirectories(Path.of("target", "charts")).resolve(name + ".svg"), svg);
        return Svg.parse(svg);
    }

    private static List<Row> rows() {
        List<Row> rows = new ArrayList<>();
        for (Indicator indicator : PlanFixture.shippedIndicators()) {
            int i = rows.size();
            Definition definition = indicator.definitionOn(LocalDate.of(2026, 1, 1));
            Milestone milestone = definition.milestones().first();
            Set<Flag> flags = i % 4 == 0 ? EnumSet.of(Flag.PROVISIONAL)
                    : i == 9 ? EnumSet.allOf(Flag.class) : EnumSet.noneOf(Flag.class);
            rows.add(new Row(indicator.code(), indicator.target(), definition.name(), definition.nameEn(), indicator.type(),
                    definition.direction(), null, new ScoreboardView.Due(milestone.year(), milestone.percent(), null),
                    result(indicator, i),
                    null, 0, verdict(indicator, i), flags));
        }
        return rows;
    }

    private static Verdict verdict(Indicator indicator, int i) {
        if (indicator.type() == IndicatorType.QUALITATIVE) {
            return i % 2 == 0 ? Verdict.PARTLY_ACHIEVED : Verdict.ACHIEVED;
        }
        return i == 3 ? Verdict.NO_DATA
                : i == 6 ? Verdict.NO_CASES : i % 3 == 0 ? Verdict.MET : i % 3 == 1 ? Verdict.NOT_DUE : Verdict.NOT_MET;
    }

    private static IndicatorResultView result(Indicator indicator, int i) {
        PeriodCode year = PeriodCode.ofYear(2025);
        if (indicator.type() == IndicatorType.QUALITATIVE) {
            return new IndicatorResultView(year, null, null, null, Rating.ACHIEVED, 1, List.of("2025"), null);
        }
        int percent = i == 12 ? -23 : 5 + 4 * i;
        return i == 3 ? null
                : new IndicatorResultView(year, BigInteger.valueOf(percent), BigInteger.valueOf(100),
                        i == 6 ? null : new BigDecimal(percent + ".00"), null, 1, List.of("2025"), null);
    }

    private static Row row(Row of, Verdict verdict) {
        return new Row(of.code(), of.target(), of.name(), of.nameEn(), of.type(), of.direction(), of.leadUnit(), of.milestone(),
                of.result(), null, 0, verdict, of.flags());
    }
}
