package vn.cchc.survey.result;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * What a reader knows of some numbers that are whole and not negative: sums and bounds. Finds the least and the greatest that
 * each number can be with the simplex algorithm, and Bland's rule to choose the pivots.
 */
public class KnownSums {

    private static final double ZERO = 1e-7;

    private final Map<String, Integer> index = new HashMap<>();
    private final List<Sum> sums = new ArrayList<>();
    private double[][] rows;
    private int[] basis;

    /** The sum of some numbers, minus another one if that is not null, is the value; or at most the value. */
    private record Sum(Collection<String> of, String minus, long value, boolean isExact) {
    }

    public KnownSums() {
    }

    public KnownSums(KnownSums other) {
        index.putAll(other.index);
        sums.addAll(other.sums);
    }

    public void sum(Collection<String> of, long value) {
        add(new Sum(of, null, value, true));
    }

    public void atMost(String name, long most) {
        add(new Sum(List.of(name), null, most, false));
    }

    public void notAbove(String name, String other) {
        add(new Sum(List.of(name), other, 0, false));
    }

    /** Names the sum of some numbers, which is not known. */
    public void named(String name, Collection<String> of) {
        add(new Sum(of, name, 0, true));
    }

    private void add(Sum sum) {
        if (sum.minus() != null) {
            index.putIfAbsent(sum.minus(), index.size());
        }
        sum.of().forEach(name -> index.putIfAbsent(name, index.size()));
        sums.add(sum);
        rows = null;
    }

    /** How many other whole numbers than the true one are possible. */
    public long others(String name) {
        if (rows == null) {
            start();
        }
        double[] least = objective(index.get(name), -1);
        double[] greatest = objective(index.get(name), 1);
        return (long) (Math.floor(optimum(greatest) + ZERO) - Math.ceil(-optimum(least) - ZERO));
    }

    /** Finds a first solution: each sum that is exact has a variable that has to become 0. */
    private void start() {
        int bounds = (int) sums.stream().filter(sum -> !sum.isExact()).count();
        int real = index.size() + bounds;
        int columns = real + sums.size() - bounds;
        rows = new double[sums.size()][columns + 1];
        basis = new int[sums.size()];
        double[] missing = new double[columns + 1];
        int slack = index.size();
        int artificial = real;
        for (int i = 0; i < rows.length; i++) {
            Sum sum = sums.get(i);
            double[] row = rows[i];
            sum.of().forEach(name -> row[index.get(name)] = 1);
            if (sum.minus() != null) {
                row[index.get(sum.minus())] = -1;
            }
            row[columns] = sum.value();
            basis[i] = sum.isExact() ? artificial++ : slack++;
            row[basis[i]] = 1;
            if (sum.isExact()) {
                missing[basis[i]] = -1;
            }
        }
        if (optimum(missing) < -ZERO) {
            throw new IllegalStateException("the sums contradict each other");
        }
        for (int i = 0; i < rows.length; i++) {
            for (int column = 0; basis[i] >= real && column < real; column++) {
                if (Math.abs(rows[i][column]) > ZERO) {
                    pivot(i, column);
                }
            }
        }
        // Where such a variable stays, the sum follows from others.
        int[] kept = IntStream.range(0, rows.length).filter(i -> basis[i] < real).toArray();
        double[][] all = rows;
        int[] before = basis;
        rows = Arrays.stream(kept).mapToObj(i -> {
            double[] row = Arrays.copyOf(all[i], real + 1);
            row[real] = all[i][columns];
            return row;
        }).toArray(double[][]::new);
        basis = Arrays.stream(kept).map(i -> before[i]).toArray();
    }

    private double[] objective(int variable, int factor) {
        double[] objective = new double[rows.length == 0 ? index.size() + 1 : rows[0].length];
        objective[variable] = factor;
        return objective;
    }

    private double optimum(double[] objective) {
        int last = objective.length - 1;
        double[] gain = objective.clone();
        for (int i = 0; i < rows.length; i++) {
            subtract(gain, rows[i], gain[basis[i]]);
        }
        int column = entering(gain);
        while (column < last) {
            int row = leaving(column, last);
            pivot(row, column);
            subtract(gain, rows[row], gain[column]);
            column = entering(gain);
        }
        return -gain[last];
    }

    private static int entering(double[] gain) {
        int column = 0;
        while (column < gain.length - 1 && gain[column] <= ZERO) {
            column++;
        }
        return column;
    }

    private int leaving(int column, int last) {
        int leaving = -1;
        for (int i = 0; i < rows.length; i++) {
            if (rows[i][column] > ZERO) {
                double difference = leaving < 0 ? -1
                        : rows[i][last] / rows[i][column] - rows[leaving][last] / rows[leaving][column];
                if (difference < -ZERO || difference < ZERO && basis[i] < basis[leaving]) {
                    leaving = i;
                }
            }
        }
        return leaving;
    }

    private void pivot(int row, int column) {
        double factor = rows[row][column];
        for (int i = 0; i < rows[row].length; i++) {
            rows[row][i] /= factor;
        }
        for (int i = 0; i < rows.length; i++) {
            if (i != row) {
                subtract(rows[i], rows[row], rows[i][column]);
            }
        }
        basis[row] = column;
    }

    private static void subtract(double[] from, double[] row, double factor) {
        for (int i = 0; factor != 0 && i < from.length; i++) {
            from[i] -= factor * row[i];
        }
    }
}
