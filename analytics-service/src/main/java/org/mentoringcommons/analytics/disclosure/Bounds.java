package org.mentoringcommons.analytics.disclosure;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Between which bounds unknown counts lie, given sums of them that are known: linear programs over counts that are not
 * negative, in exact arithmetic, each over those unknowns only that have to do with each other.
 */
public final class Bounds {

    private record Equation(Map<Integer, Integer> weights, long value) {}

    private record Program(ExactSimplex simplex, Map<Integer, Integer> columns) {

        /** Itself and no other. */
        @Override
        public boolean equals(Object other) {
            return this == other;
        }

        @Override
        public int hashCode() {
            return System.identityHashCode(this);
        }
    }

    private final int unknowns;
    private final List<Equation> equations = new ArrayList<>();
    private final Map<Integer, Program> programs = new HashMap<>();

    /** Nothing is known yet of so many unknowns. */
    public Bounds(int unknowns) {
        this.unknowns = unknowns;
    }

    /** Takes in that the unknowns, each times its weight, make a sum; only before bounds are asked for. */
    public void know(Map<Integer, Integer> weights, long sum) {
        if (!weights.isEmpty()) {
            equations.add(new Equation(Map.copyOf(weights), sum));
        }
    }

    /** {@return the bounds of one unknown} */
    public FeasibleInterval of(int unknown) {
        return of(List.of(unknown));
    }

    /** {@return the bounds of a sum of different unknowns} */
    public FeasibleInterval of(Collection<Integer> sum) {
        Map<Program, BigInteger[]> objectives = new LinkedHashMap<>();
        for (int unknown : sum) {
            Program program = program(unknown);
            objectives
                    .computeIfAbsent(program, Bounds::nothing)[program.columns().get(unknown)] = BigInteger.ONE;
        }
        double lower = 0;
        double upper = 0;
        for (Map.Entry<Program, BigInteger[]> objective : objectives.entrySet()) {
            ExactSimplex simplex = objective.getKey().simplex();
            upper += simplex.maximum(objective.getValue());
            lower -= simplex.maximum(negated(objective.getValue()));
        }
        return new FeasibleInterval(lower + 0.0, upper);
    }

    private static BigInteger[] nothing(Program program) {
        BigInteger[] objective = new BigInteger[program.columns().size()];
        Arrays.fill(objective, BigInteger.ZERO);
        return objective;
    }

    private static BigInteger[] negated(BigInteger[] objective) {
        return Arrays.stream(objective).map(BigInteger::negate).toArray(BigInteger[]::new);
    }

    private Program program(int unknown) {
        if (programs.containsKey(unknown)) {
            return programs.get(unknown);
        }
        BitSet together = new BitSet(unknowns);
        together.set(unknown);
        List<Equation> about = List.of();
        int known;
        do {
            known = about.size();
            about = equations.stream()
                    .filter(equation -> equation.weights().keySet().stream().anyMatch(together::get))
                    .toList();
            about.forEach(equation -> equation.weights().keySet().forEach(together::set));
        } while (about.size() > known);
        Map<Integer, Integer> columns = new HashMap<>();
        together.stream().forEach(one -> columns.put(one, columns.size()));
        List<BigInteger[]> sums = new ArrayList<>();
        List<BigInteger> values = new ArrayList<>();
        for (Equation equation : about) {
            int sign = equation.value() < 0 ? -1 : 1;
            BigInteger[] row = new BigInteger[columns.size()];
            Arrays.fill(row, BigInteger.ZERO);
            equation.weights()
                    .forEach((one, weight) -> row[columns.get(one)] = BigInteger.valueOf((long) sign * weight));
            sums.add(row);
            values.add(BigInteger.valueOf(sign * equation.value()));
        }
        Program program = new Program(new ExactSimplex(sums, values, columns.size()), columns);
        together.stream().forEach(one -> programs.put(one, program));
        return program;
    }
}
