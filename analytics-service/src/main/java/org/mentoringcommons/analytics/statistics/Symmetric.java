package org.mentoringcommons.analytics.statistics;

import java.util.Optional;
import java.util.OptionalDouble;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.ejml.interfaces.decomposition.CholeskyDecomposition_F64;
import org.ejml.simple.SimpleMatrix;

/** Symmetric positive definite matrices: solve, invert, log determinant, or say that the matrix is singular. */
final class Symmetric {
    /** Pivots this far below their diagonal are rounding, not information. */
    private static final double SINGULAR = 1e-12;

    private Symmetric() {}

    /** The lower Cholesky factor; empty unless clearly positive definite. */
    static Optional<SimpleMatrix> cholesky(SimpleMatrix matrix) {
        CholeskyDecomposition_F64<DMatrixRMaj> decomposition =
                DecompositionFactory_DDRM.chol(matrix.getNumRows(), true);
        if (!decomposition.decompose(matrix.getDDRM().copy())) {
            return Optional.empty();
        }
        DMatrixRMaj lower = decomposition.getT(null);
        for (int i = 0; i < lower.numRows; i++) {
            double pivot = lower.get(i, i);
            if (!(pivot * pivot > SINGULAR * matrix.get(i, i))) {
                return Optional.empty();
            }
        }
        return Optional.of(SimpleMatrix.wrap(lower));
    }

    static Optional<SimpleMatrix> solve(SimpleMatrix matrix, SimpleMatrix right) {
        return inverse(matrix).map(inverse -> inverse.mult(right));
    }

    /** vector' matrix⁻¹ vector, by forward substitution; empty unless the matrix is clearly positive definite. */
    static OptionalDouble quadratic(SimpleMatrix matrix, double[] vector) {
        return cholesky(matrix)
                .map(lower -> {
                    double[] solved = new double[vector.length];
                    double sum = 0;
                    for (int i = 0; i < vector.length; i++) {
                        double rest = vector[i];
                        for (int j = 0; j < i; j++) {
                            rest -= lower.get(i, j) * solved[j];
                        }
                        solved[i] = rest / lower.get(i, i);
                        sum += solved[i] * solved[i];
                    }
                    return OptionalDouble.of(sum);
                })
                .orElseGet(OptionalDouble::empty);
    }

    static Optional<SimpleMatrix> inverse(SimpleMatrix matrix) {
        return cholesky(matrix).map(lower -> {
            DMatrixRMaj inverse = new DMatrixRMaj(lower.getNumRows(), lower.getNumRows());
            CommonOps_DDRM.invert(lower.getDDRM(), inverse);
            SimpleMatrix factor = SimpleMatrix.wrap(inverse);
            return factor.transpose().mult(factor);
        });
    }

    /** ln det of a matrix from its Cholesky factor. */
    static double logDeterminant(SimpleMatrix lower) {
        double sum = 0;
        for (int i = 0; i < lower.getNumRows(); i++) {
            sum += 2 * Math.log(lower.get(i, i));
        }
        return sum;
    }
}
