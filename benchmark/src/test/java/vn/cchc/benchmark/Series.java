package vn.cchc.benchmark;

import java.util.ArrayList;
import java.util.List;

/** The figures of the rounds of one thing that is measured. */
final class Series {

    private final List<Double> figures = new ArrayList<>();

    void add(double figure) {
        figures.add(figure);
    }

    double median() {
        List<Double> sorted = figures.stream().sorted().toList();
        int middle = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
    }
}
