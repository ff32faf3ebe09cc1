package org.mentoringcommons.survey.export;

import java.math.BigDecimal;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** REDCap's branching logic as REDCap reads it: comparisons of fields, joined by and/or in brackets. */
final class BranchingLogic {

    private static final Pattern TOKEN = Pattern.compile(
            "\\s*(\\(|\\)|and\\b|or\\b|\\[[a-z0-9_]+(?:\\(\\d+\\))?]|<>|>=|<=|=|<|>|'[^']*'|-?[0-9.]+)");

    private final Deque<String> tokens = new ArrayDeque<>();
    private final Map<String, String> record;

    private BranchingLogic(String logic, Map<String, String> record) {
        this.record = record;
        Matcher matcher = TOKEN.matcher(logic);
        int end = 0;
        while (matcher.find() && matcher.start() == end) {
            tokens.add(matcher.group(1));
            end = matcher.end();
        }
        if (end != logic.length()) {
            throw new AssertionError("not REDCap's: " + logic.substring(end));
        }
    }

    /** Whether a field with this logic is shown for this record. */
    static boolean shows(String logic, Map<String, String> record) {
        if (logic.isEmpty()) {
            return true;
        }
        BranchingLogic reading = new BranchingLogic(logic, record);
        boolean shown = reading.either();
        if (!reading.tokens.isEmpty()) {
            throw new AssertionError("more than one condition: " + logic);
        }
        return shown;
    }

    private boolean either() {
        boolean holds = both();
        while ("or".equals(tokens.peek())) {
            tokens.pop();
            holds |= both();
        }
        return holds;
    }

    private boolean both() {
        boolean holds = one();
        while ("and".equals(tokens.peek())) {
            tokens.pop();
            holds &= one();
        }
        return holds;
    }

    private boolean one() {
        if ("(".equals(tokens.peek())) {
            tokens.pop();
            boolean holds = either();
            if (!")".equals(tokens.pop())) {
                throw new AssertionError("a bracket is missing");
            }
            return holds;
        }
        String field = tokens.pop().replaceAll("^\\[|]$", "").replaceAll("\\((\\d+)\\)", "___$1");
        if (!record.containsKey(field)) {
            throw new AssertionError("there is no field " + field);
        }
        return compared(record.get(field), tokens.pop(), tokens.pop().replace("'", ""));
    }

    /** A tick that was not made is 0; an empty value is less than any number. */
    private static boolean compared(String value, String operator, String other) {
        int order = value.isEmpty() || other.isEmpty()
                ? Integer.compare(value.length(), other.length())
                : new BigDecimal(value).compareTo(new BigDecimal(other));
        return switch (operator) {
            case "=" -> order == 0;
            case "<>" -> order != 0;
            case ">=" -> order >= 0;
            case "<=" -> order <= 0;
            case "<" -> order < 0;
            default -> order > 0;
        };
    }
}
