package vn.cchc.targets.chart;

import static vn.cchc.targets.chart.Texts.text;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.IntSummaryStatistics;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import vn.cchc.targets.chart.Plot.Layer;
import vn.cchc.targets.forecast.Forecast;
import vn.cchc.targets.indicator.ApplicableMilestone.Applies;
import vn.cchc.targets.indicator.Definition;
import vn.cchc.targets.indicator.Indicator;
import vn.cchc.targets.indicator.Milestone;
import vn.cchc.targets.indicator.Percent;
import vn.cchc.targets.indicator.Rating;
import vn.cchc.values.IndicatorCode;

/**
 * The picture of an indicator: its milestones as steps, its accepted figures, and the forecast. Below them a row has the
 * milestones and a row the last figure of each year, so that no label overlaps a line.
 *
 * @param definition whose wording is shown
 * @param ofYears the definition by which each year is judged; the years that are shown, without a gap
 */
record IndicatorChart(IndicatorCode code, Definition definition, SortedMap<Integer, Definition> ofYears, List<Figure> figures,
        Forecast forecast) {

    private static final int CHARACTERS_PER_LINE = 105;
    private static final int HEIGHT = 440;
    private static final int LINE_HEIGHT = 18;
    private static final int MARGIN = 270;
    /** In pixels. */
    private static final int LABEL_WIDTH = 70;
    private static final int MIN_YEAR_WIDTH = 24;
    private static final int MAX_YEAR_WIDTH = 78;
    private static final int MAX_WIDTH = 1_500;
    private static final int FORECAST_STEPS = 24;

    String svg() {
        return SvgRenderer.draw(plot(), title(), description());
    }

    private Plot plot() {
        List<Integer> years = years();
        String title = Texts.lines(title(), CHARACTERS_PER_LINE, 4);
        int height = HEIGHT + (int) title.lines().count() * LINE_HEIGHT;
        Plot plot = new Plot(MARGIN + years.size() * yearWidth(), height)
                .titled(title, subtitle(),
                        Texts.lines(forecastText(), CHARACTERS_PER_LINE + 10, 3));
        grid(plot);
        forecast(plot);
        milestones(plot);
        figures(plot);
        rows(plot);
        return plot;
    }

    private String title() {
        return text("chart.title", code, definition.name());
    }

    private String subtitle() {
        return isRated() ? text("direction.rating") : text("direction." + definition.direction()) + ". " + text("unit.percent");
    }

    private boolean isRated() {
        return definition.direction() == null;
    }

    /** The years of the plan and of its figures. */
    static IntStream years(Indicator indicator, Definition definition, List<Figure> figures) {
        int first = Math.min(indicator.plan().firstYear(), definition.milestones().first().year());
        int last = Math.max(indicator.plan().lastYear(), definition.milestones().last().year());
        IntSummaryStatistics shown = IntStream
                .concat(IntStream.of(first, last), figures.stream().mapToInt(figure -> figure.day().getYear()))
                .summaryStatistics();
        return IntStream.rangeClosed(shown.getMin(), shown.getMax());
    }

    private List<Integer> years() {
        return List.copyOf(ofYears.keySet());
    }

    private int yearWidth() {
        return Math.max(MIN_YEAR_WIDTH, Math.min(MAX_YEAR_WIDTH, MAX_WIDTH / years().size()));
    }

    /** The highest value; a rating has its number from the lowest to the highest. */
    private double top() {
        return isRated() ? Rating.values().length - 1 : 100;
    }

    private double bottom() {
        double lowest = figures.stream().mapToDouble(figure -> figure.value().doubleValue()).min().orElse(0);
        return Math.min(0, Math.floor(lowest / 20) * 20);
    }

    private double row(int number) {
        return bottom() - (top() - bottom()) * (0.02 + 0.09 * number);
    }

    private void grid(Plot plot) {
        List<Integer> years = years();
        Map<Double, String> heights = new LinkedHashMap<>();
        heights.put(row(2), text("row.figure"));
        heights.put(row(1), text("row.milestone"));
        levels().forEach(heights::put);
        plot.axis("y", List.copyOf(heights.keySet()), List.copyOf(heights.values()), row(3),
                top() + (top() - bottom()) * 0.06);
        List<Integer> labelled = years.stream().filter(this::isLabelled).toList();
        plot.axis("x", labelled.stream().map(year -> year + 0.5).toList(), labelled.stream().map(String::valueOf).toList(),
                years.get(0), years.get(years.size() - 1) + 1.0);
        plot.add("hline", new Layer().column("yintercept", List.copyOf(levels().keySet())).with("color", "#d0d0d0")
                .with("size", 0.5));
        plot.add("vline", new Layer().column("xintercept", years).with("color", "#e4e4e4").with("size", 0.5));
    }

    private Map<Double, String> levels() {
        Map<Double, String> levels = new LinkedHashMap<>();
        if (isRated()) {
            Stream.of(Rating.values()).forEach(rating -> levels.put((double) rating.ordinal(), text("rating." + rating)));
            return levels;
        }
        DoubleStream.iterate(bottom(), level -> level <= top(), level -> level + 20)
                .forEach(level -> levels.put(level, String.valueOf((int) level)));
        return levels;
    }

    /** Years are narrower than their labels if there are many. */
    private boolean isLabelled(int year) {
        return (year - years().get(0)) % (int) Math.ceil((double) LABEL_WIDTH / yearWidth()) == 0;
    }

    private void milestones(Plot plot) {
        List<Double> x = new ArrayList<>();
        List<Double> y = new ArrayList<>();
        List<Integer> group = new ArrayList<>();
        for (int year : years()) {
            if (ofYears.get(year).applicableIn(year) instanceof Applies applies) {
                // A gap begins another line.
                int line = x.isEmpty() || x.get(x.size() - 1) == year ? 0 : year;
                x.addAll(List.of((double) year, year + 1.0));
                y.addAll(List.of(height(applies.milestone()), height(applies.milestone())));
                group.addAll(List.of(line, line));
            }
        }
        String name = text("series.milestone");
        if (!x.isEmpty()) {
            plot.add("path", new Layer().column("x", x).column("y", y).column("group", group).series("linetype", name)
                    .with("size", 1.3).with("color", "#000000"));
        }
    }

    private double height(Milestone milestone) {
        return milestone.percent() == null ? top() : milestone.percent().doubleValue();
    }

    private void forecast(Plot plot) {
        Map<String, String> lines = new LinkedHashMap<>(Map.of(text("series.milestone"), "solid"));
        if (forecast.trend() != null) {
            lines.put(text("series.trend"), "dashed");
            LocalDate from = figures.get(figures.size() - 1).day();
            long days = forecast.on().toEpochDay() - from.toEpochDay();
            List<LocalDate> on = IntStream.rangeClosed(0, FORECAST_STEPS)
                    .mapToObj(step -> from.plusDays(days * step / FORECAST_STEPS)).toList();
            List<Double> x = on.stream().map(IndicatorChart::at).toList();
            plot.add("ribbon", new Layer().column("x", x).column("ymin", on.stream().map(forecast::lowerOn).toList())
                    .column("ymax", on.stream().map(forecast::upperOn).toList()).series("fill", text("series.band"))
                    .with("alpha", 0.8).with("size", 0.4).with("linetype", "dotted").with("color", "#808080"));
            plot.add("line", new Layer().column("x", x).column("y", on.stream().map(forecast::percentOn).toList())
                    .series("linetype", text("series.trend")).with("size", 1).with("color", "#404040"));
            plot.legend("fill", Map.of(text("series.band"), "#dcdcdc"));
        }
        plot.legend("linetype", lines);
    }

    private void figures(Plot plot) {
        Map<String, Integer> marks = new LinkedHashMap<>();
        for (boolean provisional : List.of(false, true)) {
            List<Figure> shown = figures.stream().filter(figure -> figure.provisional() == provisional).toList();
            if (!shown.isEmpty()) {
                String name = text(provisional ? "series.provisional" : "series.accepted");
                // A filled and an empty circle.
                marks.put(name, provisional ? 21 : 19);
                plot.add("point", new Layer().column("x", shown.stream().map(figure -> at(figure.day())).toList())
                        .column("y", shown.stream().map(Figure::value).map(BigDecimal::doubleValue).toList())
                        .series("shape", name).with("size", 4).with("color", "#000000").with("fill", "#ffffff"));
            }
        }
        plot.legend("shape", marks);
    }

    private void rows(Plot plot) {
        Map<Integer, String> last = new TreeMap<>();
        figures.stream().filter(figure -> isLabelled(figure.period().year()))
                .forEach(figure -> last.put(figure.period().year(), figure.label() + (figure.provisional() ? " *" : "")));
        row(plot, 1, milestoneLabels());
        row(plot, 2, last);
    }

    private void row(Plot plot, int number, Map<Integer, String> labels) {
        plot.add("text", new Layer().column("x", labels.keySet().stream().map(year -> year + 0.5).toList())
                .column("y", labels.keySet().stream().map(any -> row(number)).toList())
                .column("label", List.copyOf(labels.values())).with("size", 6).with("color", "#000000"));
    }

    private Map<Integer, String> milestoneLabels() {
        Map<Integer, String> labels = new TreeMap<>();
        ofYears.forEach((year, definition) -> definition.milestones().stream().filter(milestone -> milestone.year() == year)
                .forEach(milestone -> labels.put(year, label(milestone))));
        return labels;
    }

    private static String label(Milestone milestone) {
        return milestone.percent() == null ? text("rating.ACHIEVED") : Texts.percent(Percent.plain(milestone.percent()));
    }

    private String forecastText() {
        if (forecast.trend() == null) {
            return text("forecast." + forecast.reason());
        }
        return text("forecast.made", Forecast.METHOD, number(forecast.percent()), Texts.day(forecast.on()),
                number(forecast.lower()), number(forecast.upper()));
    }

    private static String number(double percent) {
        return Texts.number(Forecast.rounded(percent));
    }

    private String description() {
        String milestones = milestoneLabels().entrySet().stream()
                .map(milestone -> text("desc.milestone", String.valueOf(milestone.getKey()), milestone.getValue()))
                .collect(Collectors.joining("; "));
        String shown = figures.stream().map(Figure::described).collect(Collectors.joining("; "));
        return String.join(" ", subtitle() + ".", text("desc.milestones", milestones),
                figures.isEmpty() ? text("desc.none") : text("desc.figures", shown), forecastText());
    }

    private static double at(LocalDate day) {
        return day.getYear() + (day.getDayOfYear() - 1.0) / day.lengthOfYear();
    }
}
