package org.mentoringcommons.deploy.local.demonstration;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The answers of one site as Qualtrics would export them: three lines above them, numbers for options, a preview, and pairs with one half. */
final class QualtricsFile {

    private static final int LONGEST_SESSION = 240;
    private static final List<String> YES_OR_NO = List.of("valuable", "recommend", "planned_change");
    private static final List<String> SEVERAL = List.of("career", "race", "gender");
    private static final Set<String> MODULES = Set.of(
            "effective-communication",
            "aligning-expectations",
            "equity-and-inclusion",
            "research-self-efficacy",
            "fostering-independence",
            "professional-development");
    private static final String WORK_LIFE = "work-life-integration";

    private final Evaluation evaluation;
    private final List<Evaluation.Workshop> workshops;
    private final List<String> pairs = new ArrayList<>();

    QualtricsFile(Evaluation evaluation, String site) {
        this.evaluation = evaluation;
        this.workshops = evaluation.workshops().stream()
                .filter(workshop -> workshop.site().equals(site))
                .toList();
        evaluation.scales().forEach((scale, size) -> {
            for (int number = 1; number <= size; number++) {
                pairs.add(scale + "_" + number);
            }
        });
    }

    int answers() {
        return (int) workshops.stream()
                .flatMap(workshop -> evaluation.peopleOf(workshop).stream())
                .filter(Evaluation.Person::responded)
                .count();
    }

    String csv() {
        List<String> columns = columns();
        StringBuilder csv = new StringBuilder("\uFEFF");
        line(csv, columns);
        line(
                csv,
                columns.stream()
                        .map(column -> "How about\n\"" + column + "\", in a few words?")
                        .toList());
        line(
                csv,
                columns.stream()
                        .map(column -> "{\"ImportId\":\"QID_" + column + "\"}")
                        .toList());
        line(
                csv,
                columns.stream()
                        .map(column -> column.equals("Status") ? "Survey Preview" : "")
                        .toList());
        for (Evaluation.Workshop workshop : workshops) {
            for (Evaluation.Person person : evaluation.peopleOf(workshop)) {
                if (person.responded()) {
                    line(
                            csv,
                            columns.stream()
                                    .map(column -> cell(column, workshop, person))
                                    .toList());
                }
            }
        }
        return csv.toString();
    }

    private List<String> columns() {
        List<String> columns = new ArrayList<>(
                List.of("Status", "ResponseId", "RecipientLastName", "ExternalReference", "workshop", "consent"));
        pairs.forEach(pair -> columns.addAll(List.of(pair + "_pre", pair + "_post")));
        columns.add("facilitator_effectiveness");
        columns.addAll(YES_OR_NO);
        columns.addAll(SEVERAL);
        evaluation.codes().keySet().forEach(codebook -> columns.add(codebook.item()));
        return columns;
    }

    private String cell(String column, Evaluation.Workshop workshop, Evaluation.Person person) {
        for (Codebook codebook : evaluation.codes().keySet()) {
            if (column.equals(codebook.item())) {
                List<String> codes = evaluation.codes().get(codebook).get(person.key());
                return codes == null ? "" : codebook.invent(codes);
            }
        }
        return switch (column) {
            case "Status" -> "IP Address";
            case "ResponseId" -> "R_" + person.key();
            case "RecipientLastName" -> "Invented " + person.key();
            case "ExternalReference" -> person.key();
            case "workshop" -> workshop.key();
            case "consent" -> person.consented() ? "1" : "2";
            default -> coded(column, person.answers().getOrDefault(column, halfOfNothing(column, person)));
        };
    }

    /** Where somebody left a pair out, half of it, which is to count as little. */
    private static String halfOfNothing(String column, Evaluation.Person person) {
        boolean nothing = column.endsWith("_pre") && !person.answers().containsKey(column.replaceAll("_pre$", "_post"));
        return nothing ? "3" : "";
    }

    private String coded(String column, String value) {
        if (value.isEmpty() || !SEVERAL.contains(column) && !YES_OR_NO.contains(column)) {
            return value;
        }
        return String.valueOf(options(column).indexOf(value) + 1);
    }

    /** In an order that the file's numbers follow. */
    private List<String> options(String column) {
        return YES_OR_NO.contains(column)
                ? List.of("Yes", "No")
                : List.copyOf(new TreeSet<>(evaluation.valuesOf(column)));
    }

    Map<String, Object> mapping() {
        List<Object> items = new ArrayList<>();
        pairs.forEach(pair -> items.add(
                Map.of("item", pair, "then", "QID_" + pair + "_pre", "now", "QID_" + pair + "_post"))); // by ImportId
        items.add(Map.of("item", "facilitator_effectiveness", "column", "facilitator_effectiveness"));
        YES_OR_NO.forEach(choice -> items.add(Map.of("item", choice, "column", choice, "options", numbered(choice))));
        SEVERAL.forEach(several ->
                items.add(Map.of("item", several, "column", several, "divider", ",", "options", numbered(several))));
        evaluation
                .codes()
                .keySet()
                .forEach(codebook -> items.add(Map.of("item", codebook.item(), "column", codebook.item())));
        Map<String, Object> mapping = new LinkedHashMap<>();
        mapping.put("layout", "qualtrics");
        mapping.put("workshop", Map.of("column", "workshop"));
        mapping.put("record", "ResponseId");
        mapping.put("participant", "ExternalReference");
        mapping.put("consent", Map.of("column", "consent", "yes", List.of("1"), "no", List.of("2")));
        mapping.put("leaveOut", List.of(Map.of("column", "Status", "values", List.of("Survey Preview"))));
        mapping.put("items", items);
        mapping.put("workshops", workshops.stream().map(this::declared).toList());
        return mapping;
    }

    private Map<String, String> numbered(String column) {
        Map<String, String> numbered = new HashMap<>();
        List<String> options = options(column);
        options.forEach(option -> numbered.put(String.valueOf(options.indexOf(option) + 1), option));
        return numbered;
    }

    private Map<String, Object> declared(Evaluation.Workshop workshop) {
        int people = evaluation.peopleOf(workshop).size();
        Map<String, Object> declared = new HashMap<>(Map.of(
                "reference",
                workshop.key(),
                "name",
                workshop.key(),
                "curriculum",
                Teaching.MENTORING_UP,
                "version",
                "1.0.0",
                "mode",
                workshop.mode(),
                "audience",
                workshop.audience(),
                "sessions",
                sessions((int) Math.round(workshop.hours() * 60)),
                "enrolled",
                people,
                "attended",
                people));
        workshop.workLifeModule().ifPresent(workLife -> {
            Map<String, String> modules =
                    MODULES.stream().collect(Collectors.toMap(module -> module, module -> "delivered"));
            if (workLife) {
                modules.put(WORK_LIFE, "delivered");
            }
            declared.put("modules", modules);
        });
        return declared;
    }

    private static List<Object> sessions(int minutes) {
        List<Object> sessions = new ArrayList<>();
        LocalDate day = LocalDate.now().minusDays(100);
        for (int rest = minutes; rest > 0; rest -= LONGEST_SESSION) {
            sessions.add(Map.of("start", day + "T09:00", "minutes", Math.min(rest, LONGEST_SESSION)));
            day = day.plusDays(1);
        }
        return sessions;
    }

    private static void line(StringBuilder csv, List<String> cells) {
        csv.append(cells.stream()
                        .map(cell -> '"' + cell.replace("\"", "\"\"") + '"')
                        .collect(Collectors.joining(",")))
                .append("\r\n");
    }
}
