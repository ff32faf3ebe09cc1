package org.mentoringcommons.survey.export;

import com.bedatadriven.spss.SpssDataFileReader;
import com.bedatadriven.spss.SpssVariable;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Set;

/** Values of a system file as the CSV file has them. */
final class SavValue {

    private static final Set<String> DAYS = Set.of("workshop_day", "since");
    private static final Set<String> CHOICES = Set.of("plan");
    private static final double NOT_ASKED = -8;

    private SavValue() {}

    static String of(SpssDataFileReader reader, SpssVariable variable) {
        String name = variable.getVariableName();
        if (!variable.isNumeric()) {
            return reader.getStringValue(variable.getIndex()).stripTrailing();
        }
        Double number = reader.getDoubleValue(variable.getIndex());
        if (number == null || number.isNaN() || number == -Double.MAX_VALUE || number == NOT_ASKED) {
            return "";
        }
        if (DAYS.contains(name)) {
            return LocalDate.of(1582, 10, 14).plusDays((long) (number / 86_400)).toString();
        }
        // of these options code and label are the same
        return CHOICES.contains(name)
                ? variable.getValueLabels().get(number)
                : new BigDecimal(number).stripTrailingZeros().toPlainString();
    }
}
