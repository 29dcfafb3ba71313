package vn.cchc.survey.result;

import java.util.ArrayList;
import java.util.List;

/** All linear combinations of some vectors, kept in echelon form. */
class LinearSpan {

    private static final double ZERO = 1e-9;

    private final int dimension;
    private final List<double[]> basis = new ArrayList<>();

    LinearSpan(int dimension) {
        this.dimension = dimension;
    }

    void add(double[] vector) {
        double[] rest = reduce(vector);
        if (pivot(rest) < dimension) {
            basis.add(rest);
        }
    }

    boolean contains(double[] vector) {
        return pivot(reduce(vector)) == dimension;
    }

    private double[] reduce(double[] vector) {
        double[] rest = vector.clone();
        for (double[] row : basis) {
            int pivot = pivot(row);
            double factor = rest[pivot] / row[pivot];
            for (int i = 0; i < dimension; i++) {
                rest[i] -= factor * row[i];
            }
        }
        return rest;
    }

    private int pivot(double[] vector) {
        int index = 0;
        while (index < dimension && Math.abs(vector[index]) < ZERO) {
            index++;
        }
        return index;
    }
}
