package org.mentoringcommons.provisioning.bulk;

import jakarta.validation.Validator;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.mentoringcommons.provisioning.institution.Kind;
import org.mentoringcommons.provisioning.institution.NewInstitution;
import org.mentoringcommons.provisioning.person.NewPerson;

/**
 * A file of institutions: a header that names the columns, in any order, and a line for each. It is read whole, so that
 * all that is wrong in it is told at once; each field has to be as in a request for a single institution.
 */
final class ImportFile {

    static final int LINES_AT_MOST = 1000;

    /** In the order in which what is wrong with a line is told. */
    static final List<String> COLUMNS = List.of(
            "alias", "name", "hub", "kind", "timeZone", "domains", "username", "email", "firstName", "lastName");

    private static final List<String> INSTITUTION = COLUMNS.subList(0, 6);
    private static final List<String> ADMINISTRATOR = COLUMNS.subList(6, 10);

    private final Validator validator;
    private final Wrong wrong;
    private final List<ImportLine> lines = new ArrayList<>();
    private final Map<String, Integer> lineOfAlias = new HashMap<>();
    private final Map<String, Integer> lineOfDomain = new HashMap<>();
    private final Map<String, String> emailOfUser = new HashMap<>();
    private final Map<String, String> userOfEmail = new HashMap<>();

    ImportFile(byte[] bytes, Validator validator, Wrong wrong) {
        this.validator = validator;
        this.wrong = wrong;
        List<Cells.Row> rows = new Cells(bytes, wrong).rows();
        if (rows.isEmpty()) {
            if (!wrong.isIn(1)) {
                wrong.line(1, null, "must be a header that names the columns " + String.join(",", INSTITUTION));
            }
            return;
        }
        List<String> columns = rows.get(0).cells();
        if (isHeader(rows.get(0).line(), columns)) {
            rows.subList(1, rows.size()).forEach(row -> read(row, columns));
            checkSize(rows.size() - 1);
        }
    }

    /** The institutions in the order of the file; something may be wrong with them. */
    List<ImportLine> lines() {
        return lines;
    }

    private boolean isHeader(int line, List<String> columns) {
        if (columns.size() == 1 && columns.get(0).matches(".*[;\\t|].*")) {
            wrong.line(line, null, "is separated by semicolons or tabs; save the file with commas");
            return false;
        }
        boolean fine = true;
        for (String column : columns) {
            if (!INSTITUTION.contains(column) && !ADMINISTRATOR.contains(column)) {
                wrong.line(line, column, "is no column of an import");
                fine = false;
            } else if (columns.indexOf(column) != columns.lastIndexOf(column)) {
                wrong.line(line, column, "stands there twice");
                return false;
            }
        }
        boolean administrators = ADMINISTRATOR.stream().anyMatch(columns::contains);
        for (String needed : INSTITUTION) {
            fine &= isThere(line, needed, columns);
        }
        for (String needed : administrators ? ADMINISTRATOR : List.<String>of()) {
            fine &= isThere(line, needed, columns);
        }
        return fine;
    }

    private boolean isThere(int line, String needed, List<String> columns) {
        if (!columns.contains(needed)) {
            wrong.line(line, needed, "is missing among the columns");
            return false;
        }
        return true;
    }

    private void checkSize(int institutions) {
        if (institutions == 0 && !wrong.isIn(2)) {
            wrong.line(2, null, "must be the first institution");
        } else if (institutions > LINES_AT_MOST) {
            wrong.line(LINES_AT_MOST + 2, null, "is one more than the " + LINES_AT_MOST + " institutions a file takes");
        }
    }

    private void read(Cells.Row row, List<String> columns) {
        if (row.cells().size() != columns.size()) {
            wrong.line(row.line(), null, "has " + row.cells().size() + " columns instead of " + columns.size());
            return;
        }
        Map<String, String> cells = new HashMap<>();
        for (int i = 0; i < columns.size(); i++) {
            cells.put(columns.get(i), row.cells().get(i));
        }
        Set<String> domains =
                new LinkedHashSet<>(Arrays.stream(cells.get("domains").split("[ ;]+"))
                        .filter(domain -> !domain.isEmpty())
                        .toList());
        NewInstitution institution = new NewInstitution(
                cells.get("alias"),
                cells.get("name"),
                cells.get("hub"),
                kind(row.line(), cells.get("kind")),
                cells.get("timeZone"),
                domains,
                administrator(row.line(), cells));
        check(row.line(), NewInstitution.class, cells, List.of("alias", "name", "hub", "timeZone"));
        check(row.line(), NewInstitution.class, Map.of("domains", domains), List.of("domains"));
        once(row.line(), institution);
        lines.add(new ImportLine(row.line(), institution));
    }

    private Kind kind(int line, String word) {
        try {
            return Kind.valueOf(word.equals(word.toLowerCase(Locale.ROOT)) ? word.toUpperCase(Locale.ROOT) : "");
        } catch (IllegalArgumentException unknown) {
            wrong.line(line, "kind", "must be institution or consortium_center");
            return null;
        }
    }

    private NewPerson administrator(int line, Map<String, String> cells) {
        if (ADMINISTRATOR.stream()
                .allMatch(column -> cells.getOrDefault(column, "").isEmpty())) {
            return null;
        }
        check(line, NewPerson.class, cells, ADMINISTRATOR);
        return new NewPerson(
                cells.get("username"), cells.get("email"), cells.get("firstName"), cells.get("lastName"), null);
    }

    private void check(int line, Class<?> type, Map<String, ?> values, List<String> columns) {
        for (String column : columns) {
            validator
                    .validateValue(type, column, values.get(column))
                    .forEach(violation -> wrong.line(line, column, violation.getMessage()));
        }
    }

    /** Aliases and domains once in the file, and one address for a user name, and the other way round. */
    private void once(int line, NewInstitution institution) {
        Integer sameAlias = lineOfAlias.putIfAbsent(institution.alias(), line);
        if (sameAlias != null) {
            wrong.line(line, "alias", "is that of line " + sameAlias);
        }
        for (String domain : institution.domains()) {
            Integer sameDomain = lineOfDomain.putIfAbsent(domain, line);
            if (sameDomain != null) {
                wrong.line(line, "domains", domain + " is that of line " + sameDomain);
            }
        }
        NewPerson administrator = institution.administrator();
        if (administrator != null) {
            String email = emailOfUser.putIfAbsent(administrator.username(), administrator.email());
            if (email != null && !email.equalsIgnoreCase(administrator.email())) {
                wrong.line(line, "username", "stands with another e-mail address in an earlier line");
            }
            String user =
                    userOfEmail.putIfAbsent(administrator.email().toLowerCase(Locale.ROOT), administrator.username());
            if (user != null && !user.equals(administrator.username())) {
                wrong.line(line, "email", "stands with another user name in an earlier line");
            }
        }
    }
}
