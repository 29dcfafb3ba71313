package vn.cchc.targets.chart;

import static vn.cchc.targets.chart.Texts.text;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import vn.cchc.targets.chart.Plot.Layer;
import vn.cchc.targets.scoreboard.ScoreboardView;
import vn.cchc.targets.scoreboard.ScoreboardView.Row;
import vn.cchc.targets.scoreboard.Verdict;

/**
 * The picture of a scoreboard: a bar for each indicator. The pattern of a bar tells its verdict, as the text beside it does.
 */
record ScoreboardChart(ScoreboardView scoreboard) {

    private static final int WIDTH = 1_040;
    private static final int ROW_HEIGHT = 46;
    private static final int MARGIN = 150;
    private static final int NAME_LENGTH = 100;
    /** In percent, as the bars: the texts beside them need two thirds of that again. */
    private static final double RIGHT_END = 170;
    private static final double TEXT_AT = 103;
    private static final double BAR_TOP = 0.02;
    private static final double BAR_BOTTOM = -0.38;
    private static final double STRIPE = 2;
    private static final double STRIPE_SLANT = 1.4;
    private static final Set<Verdict> MET = EnumSet.of(Verdict.MET, Verdict.ACHIEVED);
    private static final Set<Verdict> NOT_MET = EnumSet.of(Verdict.NOT_MET, Verdict.NOT_ACHIEVED, Verdict.PARTLY_ACHIEVED);

    String svg() {
        return SvgRenderer.draw(plot(), title(), description());
    }

    private String title() {
        return text("scoreboard.title", String.valueOf(scoreboard.year()), scoreboard.plan());
    }

    private Plot plot() {
        List<Row> rows = scoreboard.indicators();
        Plot plot = new Plot(WIDTH, MARGIN + rows.size() * ROW_HEIGHT).titled(title(), counts(), text("scoreboard.caption"));
        List<Double> heights = rows.stream().map(this::height).toList();
        plot.axis("y", heights, rows.stream().map(row -> row.code().value()).toList(), -rows.size() - 0.5, -0.4);
        List<Double> levels = IntStream.rangeClosed((int) Math.floor(lowest() / 20), 5).mapToObj(level -> level * 20.0)
                .toList();
        plot.axis("x", levels, levels.stream().map(level -> level.intValue() + " %").toList(), lowest(), RIGHT_END);
        plot.add("vline", new Layer().column("xintercept", levels).with("color", "#dddddd").with("size", 0.5));
        bars(plot, row -> MET.contains(row.verdict()), "#707070");
        bars(plot, row -> !MET.contains(row.verdict()), "#ffffff");
        stripes(plot);
        milestones(plot);
        texts(plot, row -> Texts.lines(row.name(), NAME_LENGTH, 1), lowest(), 0.24);
        texts(plot, ScoreboardChart::comparison, TEXT_AT, 0.24);
        texts(plot, ScoreboardChart::verdict, TEXT_AT, BAR_BOTTOM / 2);
        return plot;
    }

    private double height(Row row) {
        return -1.0 - scoreboard.indicators().indexOf(row);
    }

    private double lowest() {
        return Math.min(0, Math.floor(counted(any -> true).mapToDouble(ScoreboardChart::value).min().orElse(0) / 20) * 20);
    }

    private Stream<Row> counted(Predicate<Row> which) {
        return scoreboard.indicators().stream().filter(row -> row.result() != null && row.result().percent() != null)
                .filter(which);
    }

    private static double value(Row row) {
        return row.result().percent().doubleValue();
    }

    private void bars(Plot plot, Predicate<Row> which, String fill) {
        List<Row> shown = counted(which).toList();
        plot.add("rect", new Layer().column("xmin", shown.stream().map(row -> Math.min(0, value(row))).toList())
                .column("xmax", shown.stream().map(row -> Math.max(0, value(row))).toList())
                .column("ymin", shown.stream().map(row -> height(row) + BAR_BOTTOM).toList())
                .column("ymax", shown.stream().map(row -> height(row) + BAR_TOP).toList()).with("fill", fill)
                .with("color", "#000000").with("size", 0.6));
    }

    /** Lines across the bars of what is not met. */
    private void stripes(Plot plot) {
        List<List<Double>> stripes = new ArrayList<>();
        counted(row -> NOT_MET.contains(row.verdict())).forEach(row -> {
            double last = Math.max(0, value(row)) - STRIPE_SLANT;
            for (double x = Math.min(0, value(row)); x <= last; x += STRIPE) {
                stripes.add(List.of(x, height(row) + BAR_BOTTOM, x + STRIPE_SLANT, height(row) + BAR_TOP));
            }
        });
        plot.add("segment", segments(stripes).with("size", 0.6).with("color", "#000000"));
    }

    private void milestones(Plot plot) {
        plot.add("segment", segments(scoreboard.indicators().stream()
                .filter(row -> row.milestone() != null && row.milestone().percent() != null).map(row -> {
                    double x = row.milestone().percent().doubleValue();
                    return List.of(x, height(row) + BAR_BOTTOM - 0.08, x, height(row) + BAR_TOP + 0.06);
                }).toList()).with("size", 2.2).with("color", "#000000"));
    }

    private static Layer segments(List<List<Double>> segments) {
        Layer layer = new Layer();
        List<String> ends = List.of("x", "y", "xend", "yend");
        for (int end = 0; end < ends.size(); end++) {
            int place = end;
            layer.column(ends.get(end), segments.stream().map(segment -> segment.get(place)).toList());
        }
        return layer;
    }

    /** @param above the text's distance from the middle of its row */
    private void texts(Plot plot, Function<Row, String> text, double at, double above) {
        List<Row> rows = scoreboard.indicators();
        plot.add("text", new Layer().column("x", Collections.nCopies(rows.size(), at))
                .column("y", rows.stream().map(row -> height(row) + above).toList())
                .column("label", rows.stream().map(text).toList()).with("hjust", 0.0).with("size", 6).with("color", "#000000"));
    }

    private static String comparison(Row row) {
        String result = row.result() == null || row.result().percent() == null ? "–" : Texts.percent(row.result().percent());
        if (row.milestone() == null) {
            return result;
        }
        String milestone = row.milestone().percent() == null ? text("rating.ACHIEVED")
                : Texts.percent(row.milestone().percent());
        return text("scoreboard.row", result, milestone, String.valueOf(row.milestone().year()));
    }

    private static String verdict(Row row) {
        return Stream
                .concat(Stream.of(text("verdict." + row.verdict())), row.flags().stream().map(flag -> text("flag." + flag)))
                .collect(Collectors.joining(", "));
    }

    /** A rating has the words of the verdict that is as good. */
    private String counts() {
        Map<String, Integer> counts = new LinkedHashMap<>();
        scoreboard.verdicts().forEach((verdict, count) -> counts.merge(text("verdict." + verdict), count, Integer::sum));
        return counts.entrySet().stream().filter(count -> count.getValue() > 0)
                .map(count -> count.getKey() + ": " + count.getValue()).collect(Collectors.joining(" · "));
    }

    private String description() {
        return scoreboard.indicators().stream()
                .map(row -> text("scoreboard.desc", row.code(), row.name(), comparison(row), verdict(row)))
                .collect(Collectors.joining(" "));
    }
}
