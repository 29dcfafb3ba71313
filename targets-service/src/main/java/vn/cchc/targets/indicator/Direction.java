package vn.cchc.targets.indicator;

import java.math.BigDecimal;

/** How a figure is compared with its milestone. */
public enum Direction {
    AT_LEAST {
        @Override
        public boolean meets(Ratio achieved, Ratio threshold) {
            return achieved.compareTo(threshold) >= 0;
        }
    },
    EXACTLY {
        @Override
        public boolean meets(Ratio achieved, Ratio threshold) {
            return achieved.compareTo(threshold) == 0;
        }
    },
    AT_MOST {
        @Override
        public boolean meets(Ratio achieved, Ratio threshold) {
            return achieved.compareTo(threshold) <= 0;
        }
    };

    /** Compares unrounded: 79.996 % does not meet 80 %. */
    public abstract boolean meets(Ratio achieved, Ratio threshold);

    public boolean meets(Ratio achieved, BigDecimal percent) {
        return meets(achieved, Ratio.ofPercent(percent));
    }

    /** Whether {@code now} is farther from the milestone's side than {@code before}. */
    boolean isWorse(Ratio now, Ratio before) {
        int change = now.compareTo(before);
        return this == AT_MOST ? change > 0 : change < 0;
    }
}
