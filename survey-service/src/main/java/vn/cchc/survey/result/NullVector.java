package vn.cchc.survey.result;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

import vn.cchc.survey.result.SuppressedStrata.Part;

/**
 * A change of unknown numbers that all equations allow: a random one of those there are, modulo a prime. A sum of unknown
 * numbers can be computed from the equations if and only if no such change alters it. One random change tells this, but for
 * a chance of about 1 in 2⁶¹ for each sum. It is the same in every run.
 */
final class NullVector {

    private static final BigInteger PRIME = BigInteger.ONE.shiftLeft(61).subtract(BigInteger.ONE);
    private static final long P = PRIME.longValue();
    private static final long SEED = 1;
    /** A bound on the sums that are looked at. */
    private static final long MAX_SUMS = 500_000;

    private final Map<String, Long> change = new HashMap<>();

    /**
     * @param unknown the strata whose numbers are unknown
     * @param equations the strata in each sum that is known
     */
    NullVector(List<Part> unknown, List<List<Part>> equations) {
        Map<String, Integer> columns = new HashMap<>();
        unknown.forEach(part -> columns.put(part.code(), columns.size()));
        List<long[]> rows = new ArrayList<>();
        for (List<Part> equation : equations) {
            long[] row = new long[columns.size()];
            equation.forEach(part -> row[columns.get(part.code())] = 1);
            reduce(row, rows);
        }
        long[] vector = solve(rows, columns.size());
        columns.forEach((code, column) -> change.put(code, vector[column]));
    }

    /** Adds the row in echelon form, unless it depends on the others. */
    private static void reduce(long[] row, List<long[]> rows) {
        for (long[] other : rows) {
            int pivot = pivot(other);
            if (row[pivot] != 0) {
                subtract(row, other, row[pivot]);
            }
        }
        int pivot = pivot(row);
        if (pivot < row.length) {
            long inverse = BigInteger.valueOf(row[pivot]).modInverse(PRIME).longValue();
            for (int i = 0; i < row.length; i++) {
                row[i] = times(row[i], inverse);
            }
            rows.forEach(other -> subtract(other, row, other[pivot]));
            rows.add(row);
        }
    }

    private static void subtract(long[] from, long[] row, long factor) {
        for (int i = 0; i < row.length; i++) {
            from[i] = Math.floorMod(from[i] - times(row[i], factor), P);
        }
    }

    private static int pivot(long[] row) {
        int index = 0;
        while (index < row.length && row[index] == 0) {
            index++;
        }
        return index;
    }

    private static long times(long a, long b) {
        if (a == 0 || b == 0) {
            return 0;
        }
        // 2⁶¹ ≡ 1, so the bits above the 61st are added to those below.
        long high = Math.multiplyHigh(a, b);
        long low = a * b;
        long sum = (low & P) + (low >>> 61 | high << 3);
        return sum >= P ? sum - P : sum;
    }

    private static long[] solve(List<long[]> rows, int columns) {
        Random random = new Random(SEED);
        long[] vector = new long[columns];
        Arrays.setAll(vector, i -> Math.floorMod(random.nextLong(), P));
        rows.forEach(row -> vector[pivot(row)] = 0);
        for (long[] row : rows) {
            long sum = 0;
            int pivot = pivot(row);
            for (int i = 0; i < columns; i++) {
                sum = Math.floorMod(sum - (i == pivot ? 0 : times(row[i], vector[i])), P);
            }
            vector[pivot] = sum;
        }
        return vector;
    }

    /**
     * @param parts the parts that must not be computed: hidden strata, groups and units
     * @return the strata of a part that can be computed, or of several with fewer people together than k
     */
    Optional<List<Part>> determined(List<List<Part>> parts, int suppressBelow) {
        Optional<List<Part>> one = parts.stream().filter(part -> !part.isEmpty() && sum(part) == 0).findFirst();
        if (one.isPresent()) {
            return one;
        }
        List<List<Part>> small = parts.stream().filter(part -> !part.isEmpty() && people(part) < suppressBelow).toList();
        return new Search(small, suppressBelow).find();
    }

    private long sum(Collection<Part> parts) {
        return parts.stream().mapToLong(part -> change.get(part.code())).reduce(0, (a, b) -> (a + b) % P);
    }

    private static long people(Collection<Part> parts) {
        return parts.stream().mapToLong(Part::people).sum();
    }

    /** Looks at the sums of two parts, of three and so on, as far as the bound allows: up to four for a hundred parts. */
    private final class Search {

        private final List<List<Part>> small;
        private final int suppressBelow;
        private final long[] sums;
        private final long[] people;

        private Search(List<List<Part>> small, int suppressBelow) {
            this.small = small;
            this.suppressBelow = suppressBelow;
            this.sums = small.stream().mapToLong(NullVector.this::sum).toArray();
            this.people = small.stream().mapToLong(NullVector::people).toArray();
        }

        private Optional<List<Part>> find() {
            long subsets = small.size();
            for (int size = 2; size < suppressBelow && size <= small.size(); size++) {
                subsets = subsets * (small.size() - size + 1) / size;
                if (size > 2 && subsets > MAX_SUMS) {
                    return Optional.empty();
                }
                Optional<List<Part>> found = find(0, size, 0, 0);
                if (found.isPresent()) {
                    return found;
                }
            }
            return Optional.empty();
        }

        private Optional<List<Part>> find(int from, int size, long sum, long count) {
            if (size == 0) {
                return sum == 0 ? Optional.of(new ArrayList<>()) : Optional.empty();
            }
            for (int i = from; i <= small.size() - size; i++) {
                if (count + people[i] < suppressBelow) {
                    Optional<List<Part>> found = find(i + 1, size - 1, (sum + sums[i]) % P, count + people[i]);
                    if (found.isPresent()) {
                        found.get().addAll(small.get(i));
                        return found;
                    }
                }
            }
            return Optional.empty();
        }
    }
}
