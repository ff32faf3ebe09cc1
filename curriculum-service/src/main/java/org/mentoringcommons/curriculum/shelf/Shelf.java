package org.mentoringcommons.curriculum.shelf;

import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.mentoringcommons.curriculum.content.CurriculumPackage;
import org.mentoringcommons.curriculum.content.Part;
import org.mentoringcommons.curriculum.content.PartFile;
import org.mentoringcommons.curriculum.content.WorksheetFile;

/**
 * The parts and worksheets of versions, in two tables whose rows belong to a version by two columns. Files are kept byte
 * by byte; beside them stands what is searched.
 */
public final class Shelf {

    private final EntityManager entities;
    private final String parts;
    private final String worksheets;
    private final String whose;
    private final String columns;

    private record Row(String module, int position, String language, CurriculumPackage.PartText text) {}

    private Shelf(EntityManager entities, String parts, String worksheets, String work, String number) {
        this.entities = entities;
        this.parts = parts;
        this.worksheets = worksheets;
        this.columns = work + ", " + number;
        this.whose = " where " + work + " = :work and " + number + " = :number";
    }

    /** Of versions that all institutions share. */
    public static Shelf ofThePlatform(EntityManager entities) {
        return new Shelf(entities, "part", "worksheet", "curriculum", "version");
    }

    /** Of the bound institution's own versions, whose parts alone are kept here. */
    public static Shelf ofAdaptations(EntityManager entities) {
        return new Shelf(entities, "adaptation_part", null, "adaptation", "revision");
    }

    /** Puts all files of a version, whose modules have been written. */
    public void put(Object work, Object number, CurriculumPackage whole) {
        putParts(work, number, whole);
        putWorksheets(work, number, whole.worksheets());
    }

    /** Puts the parts of a version alone. */
    public void putParts(Object work, Object number, CurriculumPackage whole) {
        List<Row> rows = new ArrayList<>();
        String language = whole.manifest().languages().get(0);
        whole.manifest().modules().forEach(module -> {
            List<CurriculumPackage.PartText> texts = whole.parts(module.key());
            for (int at = 0; at < texts.size(); at++) {
                rows.add(new Row(module.key(), at, language, texts.get(at)));
            }
        });
        putParts(work, number, rows);
    }

    private void putParts(Object work, Object number, List<Row> rows) {
        if (rows.isEmpty()) {
            return;
        }
        of(
                        work,
                        number,
                        "insert into " + parts + " (" + columns
                                + ", module, position, key, kind, readers, title, language, source, body, facilitation)"
                                + """
                         select :work, :number, line.* from unnest(
                            cast(:modules as text[]), cast(:positions as int[]), cast(:keys as text[]),
                            cast(:kinds as text[]), cast(:readers as text[]), cast(:titles as text[]),
                            cast(:languages as text[]), cast(:sources as text[]), cast(:bodies as text[]),
                            cast(:facilitations as text[])) as line""")
                .setParameter("modules", column(rows, Row::module))
                .setParameter("positions", rows.stream().map(Row::position).toArray(Integer[]::new))
                .setParameter("keys", column(rows, row -> row.text().key()))
                .setParameter(
                        "kinds",
                        column(rows, row -> row.text().part().kind().name().toLowerCase(Locale.ROOT)))
                .setParameter(
                        "readers",
                        column(rows, row -> head(row).readers().name().toLowerCase(Locale.ROOT)))
                .setParameter("titles", column(rows, row -> head(row).title()))
                .setParameter("languages", column(rows, Row::language))
                .setParameter("sources", column(rows, row -> row.text().source()))
                .setParameter("bodies", column(rows, Shelf::body))
                .setParameter("facilitations", column(rows, row -> head(row).facilitation()))
                .executeUpdate();
    }

    private void putWorksheets(Object work, Object number, List<WorksheetFile> sheets) {
        if (sheets.isEmpty()) {
            return;
        }
        of(
                        work,
                        number,
                        "insert into " + worksheets + " (" + columns + ", key, kind, title, source, position)"
                                + """
                         select :work, :number, line.* from unnest(cast(:keys as text[]), cast(:kinds as text[]),
                            cast(:titles as text[]), cast(:sources as text[])) with ordinality as line""")
                .setParameter("keys", column(sheets, WorksheetFile::key))
                .setParameter("kinds", column(sheets, WorksheetFile::kind))
                .setParameter("titles", column(sheets, WorksheetFile::title))
                .setParameter("sources", column(sheets, WorksheetFile::source))
                .executeUpdate();
    }

    /** Takes all files of a version away. */
    public void clear(Object work, Object number) {
        of(work, number, "delete from " + parts + whose).executeUpdate();
        of(work, number, "delete from " + worksheets + whose).executeUpdate();
    }

    /** The parts of a module, in order. */
    @SuppressWarnings("unchecked")
    public List<Part> parts(Object work, Object number, String module) {
        List<Object[]> rows = of(
                        work,
                        number,
                        "select key, source from " + parts + whose + " and module = :module order by position")
                .setParameter("module", module)
                .getResultList();
        return rows.stream()
                .map(row -> PartFile.read((String) row[0], (String) row[1]))
                .toList();
    }

    /** Every part and worksheet by the path it has in a package. */
    @SuppressWarnings("unchecked")
    public Map<String, String> files(Object work, Object number) {
        Map<String, String> files = new LinkedHashMap<>();
        List<Object[]> rows = of(
                        work, number, "select module, key, source from " + parts + whose + " order by module, position")
                .getResultList();
        rows.forEach(row -> files.put(CurriculumPackage.partFile((String) row[0], (String) row[1]), (String) row[2]));
        List<Object[]> sheets = of(work, number, "select key, source from " + worksheets + whose + " order by position")
                .getResultList();
        sheets.forEach(row -> files.put(CurriculumPackage.worksheetFile((String) row[0]), (String) row[1]));
        return files;
    }

    /** A worksheet, if the version has it. */
    @SuppressWarnings("unchecked")
    public Optional<WorksheetFile> worksheet(Object work, Object number, String key) {
        List<String> found = of(work, number, "select source from " + worksheets + whose + " and key = :key")
                .setParameter("key", key)
                .getResultList();
        return found.stream().findFirst().map(source -> WorksheetFile.read(key, source));
    }

    private Query of(Object work, Object number, String sql) {
        return entities.createNativeQuery(sql).setParameter("work", work).setParameter("number", number);
    }

    private static Part.Head head(Row row) {
        return row.text().part().head();
    }

    private static String body(Row row) {
        return head(row).body() + "\n" + String.join("\n", row.text().part().entries());
    }

    private static <T> String[] column(List<T> rows, Function<T, String> column) {
        return rows.stream().map(column).toArray(String[]::new);
    }
}
