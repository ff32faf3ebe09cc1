package org.mentoringcommons.analytics.disclosure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TenthsTest {

    @ParameterizedTest
    @CsvSource({
        "7,20,0.4",
        "-7,20,-0.4",
        "83,20,4.2",
        "17,4,4.3",
        "1,3,0.3",
        "2,3,0.7",
        "0,5,0.0",
        "-1,100,0.0",
        "1,20,0.1"
    })
    void halves_are_rounded_away_from_zero(long numerator, long denominator, String shown) {
        assertThat(Tenths.ofRatio(numerator, denominator)).hasToString(shown);
    }

    @Test
    void a_ratio_is_rounded_as_exact_decimals_are() {
        Random random = new Random(7);
        for (int i = 0; i < 20_000; i++) {
            long numerator = random.nextInt(20_001) - 10_000;
            long denominator = 1 + random.nextInt(400);
            // a denominator of 20 and its divisors gives halves; the quotient has enough digits for any other
            BigDecimal exact = new BigDecimal(numerator).divide(new BigDecimal(denominator), MathContext.DECIMAL128);
            assertThat(Tenths.ofRatio(numerator, denominator).value())
                    .as("%d / %d", numerator, denominator)
                    .isEqualByComparingTo(exact.setScale(1, RoundingMode.HALF_UP));
        }
    }

    @Test
    void a_root_is_rounded_as_exact_decimals_are() {
        Random random = new Random(8);
        for (int i = 0; i < 5_000; i++) {
            long numerator = random.nextInt(5_000);
            long denominator = 1 + random.nextInt(400);
            BigDecimal exact = new BigDecimal(numerator)
                    .divide(new BigDecimal(denominator), new MathContext(60))
                    .sqrt(new MathContext(50));
            assertThat(Tenths.ofRoot(BigInteger.valueOf(numerator), BigInteger.valueOf(denominator))
                            .value())
                    .as("root of %d / %d", numerator, denominator)
                    .isEqualByComparingTo(exact.setScale(1, RoundingMode.HALF_UP));
        }
    }

    @Test
    void the_root_of_an_exact_half_is_rounded_up() {
        // 1.25² = 25/16
        assertThat(Tenths.ofRoot(BigInteger.valueOf(25), BigInteger.valueOf(16)))
                .hasToString("1.3");
    }

    @Test
    void a_double_is_rounded_by_what_it_is_and_what_is_no_number_is_refused() {
        assertThat(Tenths.of(0.25)).hasToString("0.3");
        assertThat(Tenths.of(0.35)).hasToString("0.3"); // the double lies below
        assertThatThrownBy(() -> Tenths.of(Double.NaN)).isInstanceOf(NumberFormatException.class);
        assertThatThrownBy(() -> Tenths.ofRatio(1, 0)).isInstanceOf(IllegalArgumentException.class);
    }
}
