package org.mentoringcommons.analytics.study;

import java.math.BigDecimal;

/** Whether a study's noise makes sense: all of what its mechanism needs, within bounds, and nothing of another's. */
final class NoiseCheck {

    private static final BigDecimal MOST = BigDecimal.TEN;
    private static final int DECIMALS = 3;

    private final EditedStudy study;
    private final int smallest;
    private final Objections objections;

    /** @param smallest the smallest count that may be told */
    NoiseCheck(EditedStudy study, int smallest, Objections objections) {
        this.study = study;
        this.smallest = smallest;
        this.objections = objections;
    }

    void run() {
        Noise noise = study.noise();
        if (noise == null) {
            return;
        }
        if (noise.mechanism() == null) {
            objections.add("noise.mechanism", "cell_key or discrete_laplace");
        } else if (noise.mechanism() == Noise.Mechanism.CELL_KEY) {
            cells(noise);
        } else {
            totals(noise);
        }
    }

    /** At most half of the smallest count, so that no count that is shown turns negative and no share exceeds all. */
    private void cells(Noise noise) {
        int most = (smallest - 1) / 2;
        if (noise.bound() == null || noise.bound() < 1 || noise.bound() > most) {
            objections.add("noise.bound", "1 to " + most + ", half of what is below the smallest count");
        }
        ifGiven("epsilon", noise.epsilon());
        ifGiven("budget", noise.budget());
    }

    private void totals(Noise noise) {
        ifGiven("bound", noise.bound());
        boolean possible = isPossible("epsilon", noise.epsilon());
        if (isPossible("budget", noise.budget()) && possible && noise.budget().compareTo(noise.epsilon()) < 0) {
            objections.add("noise.budget", "at least epsilon, else nothing can be released");
        }
        Tables tables = study.tables();
        if (tables.satisfaction().isEmpty()
                && tables.participants().isEmpty()
                && tables.gains().isEmpty()) {
            objections.add("tables", "satisfaction, participants or gains: a private release has nothing else");
        }
    }

    private boolean isPossible(String name, BigDecimal value) {
        boolean possible = value != null
                && value.signum() > 0
                && value.compareTo(MOST) <= 0
                && value.stripTrailingZeros().scale() <= DECIMALS;
        if (!possible) {
            objections.add("noise." + name, "above 0, at most " + MOST + ", with up to " + DECIMALS + " decimals");
        }
        return possible;
    }

    private void ifGiven(String name, Object value) {
        if (value != null) {
            objections.add("noise." + name, "is not of this mechanism");
        }
    }
}
