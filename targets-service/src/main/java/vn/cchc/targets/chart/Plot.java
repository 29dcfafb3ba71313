package vn.cchc.targets.chart;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A plot in the terms of the grammar of graphics, as Lets-Plot reads it. */
class Plot {

    private final List<Map<String, Object>> layers = new ArrayList<>();
    private final List<Map<String, Object>> scales = new ArrayList<>();
    private final Map<String, Object> specification = new LinkedHashMap<>();

    Plot(int width, int height) {
        specification.put("kind", "plot");
        specification.put("ggsize", Map.of("width", width, "height", height));
        // Lines are set for larger letters than those of SvgRenderer, else marks above and below Vietnamese letters touch.
        specification.put("theme",
                Map.of("name", "minimal", "panel_grid", BLANK, "axis_title", BLANK, "legend_position", "right",
                        "legend_title", BLANK, "plot_title", size(18), "plot_caption", size(15)));
        specification.put("layers", layers);
        specification.put("scales", scales);
    }

    private static final Map<String, Object> BLANK = Map.of("name", "blank", "blank", true);

    private static Map<String, Object> size(int pixels) {
        return Map.of("name", "text", "size", pixels);
    }

    Plot titled(String title, String subtitle, String caption) {
        specification.put("ggtitle", Map.of("text", title, "subtitle", subtitle));
        specification.put("caption", Map.of("text", caption));
        return this;
    }

    /** @param geometry such as {@code point}; a layer without data is left out */
    Plot add(String geometry, Layer layer) {
        if (!layer.isEmpty()) {
            layers.add(layer.as(geometry));
        }
        return this;
    }

    /** The whole axis, so that it does not depend on the data. */
    Plot axis(String aesthetic, List<Double> breaks, List<String> labels, double from, double to) {
        scales.add(Map.of("aesthetic", aesthetic, "breaks", breaks, "labels", labels, "limits", List.of(from, to), "expand",
                List.of(0, 0)));
        return this;
    }

    /** The values of a series' mark, by the series' names in the order of the legend. */
    Plot legend(String aesthetic, Map<String, ?> marks) {
        scales.add(Map.of("aesthetic", aesthetic, "discrete", true, "limits", List.copyOf(marks.keySet()), "values",
                List.copyOf(marks.values())));
        return this;
    }

    Map<String, Object> specification() {
        return specification;
    }

    /** Marks of one kind: a column of values for each aesthetic, and what all marks have in common. */
    static class Layer {

        private final Map<String, Object> data = new LinkedHashMap<>();
        private final Map<String, Object> mapping = new LinkedHashMap<>();
        private final Map<String, Object> options = new LinkedHashMap<>();

        Layer column(String aesthetic, List<?> values) {
            data.put(aesthetic, values);
            mapping.put(aesthetic, aesthetic);
            return this;
        }

        /** The series that the legend names. */
        Layer series(String aesthetic, String name) {
            return column(aesthetic, Collections.nCopies(((List<?>) data.values().iterator().next()).size(), name));
        }

        Layer with(String option, Object value) {
            options.put(option, value);
            return this;
        }

        private boolean isEmpty() {
            return data.values().stream().allMatch(values -> ((List<?>) values).isEmpty());
        }

        private Map<String, Object> as(String geometry) {
            Map<String, Object> layer = new LinkedHashMap<>();
            // Else some marks have the library's colour.
            layer.put("fill", "#ffffff");
            layer.putAll(options);
            layer.keySet().removeAll(mapping.keySet());
            layer.put("geom", geometry);
            layer.put("data", data);
            layer.put("mapping", mapping);
            // The library leaves marks out where it has many of them.
            layer.put("sampling", "none");
            layer.put("tooltips", "none");
            return layer;
        }
    }
}
