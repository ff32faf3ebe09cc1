package org.mentoringcommons.curriculum.worksheet;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.mentoringcommons.curriculum.content.WorksheetFile;

/**
 * The sheets that whoever makes the request may see: their own, and as they are now those that are shown to them. It is
 * row-level security that sees to it; what only an owner may do asks for the owner besides.
 */
@ApplicationScoped
public class FilledSheets {

    /** Of one sheet; beyond it, the oldest goes. */
    static final int VERSIONS_AT_MOST = 100;

    static final int SHEETS_AT_MOST = 300;

    private static final String WHOLE = "f.definition, cast(a.answers as text)";
    // of the definition only what a list shows, and nothing of what is written on the sheet
    private static final String HEAD =
            """
            (select cast(json_build_object('kind', d -> 'kind', 'title', d -> 'title', 'confidential', d -> 'confidential')
               as text) from (select cast(f.definition as json) as d) j), 'null'""";
    private static final String FIND =
            """
            select f.id, f.owner, f.curriculum, f.curriculum_version, f.worksheet, f.version, a.saved_at, %s
            from filled_sheet f join filled_answers a on a.tenant = f.tenant and a.sheet = f.id and a.number = f.version
            where %s""";
    private static final String MINE = "f.owner = current_person() and f.id > :after order by f.id";
    private static final String SHOWN =
            """
            f.owner <> current_person() and f.id in (
              select s.sheet from sheet_share s where s.reader = current_person() and s.until > now())
            and f.id > :after order by f.id""";
    private static final String ADD =
            """
            insert into filled_sheet (id, curriculum, curriculum_version, worksheet, definition, version)
            values (:id, :curriculum, :version, :worksheet, :definition, 1)""";
    private static final String TAKEN_FROM =
            """
            update filled_sheet set adaptation = :adaptation, adaptation_revision = :revision
            where id = :id and owner = current_person()""";
    private static final String SAVE =
            "insert into filled_answers (sheet, number, answers) values (:id, :number, cast(:answers as jsonb))";
    private static final String FORGET_OLDEST = "delete from filled_answers where sheet = :id and number <= :number";
    private static final String RAISE =
            """
            update filled_sheet set version = version + 1
            where id = :id and owner = current_person() and version = :version""";
    private static final String VERSIONS =
            "select number, saved_at from filled_answers where sheet = :id and owner = current_person() order by number";
    private static final String VERSION =
            """
            select cast(answers as text) from filled_answers
            where sheet = :id and number = :number and owner = current_person()""";
    private static final String DELETE = "delete from filled_sheet where id = :id and owner = current_person()";
    private static final String COUNT = "select count(*) from filled_sheet where owner = current_person()";

    private final EntityManager entities;
    private final ObjectMapper json;

    FilledSheets(EntityManager entities, ObjectMapper json) {
        this.entities = entities;
        this.json = json;
    }

    /** A sheet the caller may see; 404 for any other. */
    public FilledSheet get(UUID id) {
        return find(WHOLE, "f.id = :id", query -> query.setParameter("id", id)).stream()
                .findFirst()
                .orElseThrow(WorksheetProblem::noSuchSheet);
    }

    /** A sheet of the caller's own; 404 for any other, shown to the caller or not. */
    public FilledSheet own(UUID id) {
        return find(WHOLE, "f.id = :id and f.owner = current_person()", query -> query.setParameter("id", id)).stream()
                .findFirst()
                .orElseThrow(WorksheetProblem::noSuchSheet);
    }

    /** Heads: of what the sheets ask, only kind and title; nothing of what they say. */
    List<FilledSheet> mine(UUID after, int limit) {
        return find(HEAD, MINE, query -> query.setParameter("after", after).setMaxResults(limit));
    }

    /** Heads, too. */
    List<FilledSheet> shownToMe(UUID after, int limit) {
        return find(HEAD, SHOWN, query -> query.setParameter("after", after).setMaxResults(limit));
    }

    int count() {
        return ((Number) entities.createNativeQuery(COUNT).getSingleResult()).intValue();
    }

    void add(UUID id, String curriculum, String version, WorksheetFile worksheet, JsonNode answers) {
        entities.createNativeQuery(ADD)
                .setParameter("id", id)
                .setParameter("curriculum", curriculum)
                .setParameter("version", version)
                .setParameter("worksheet", worksheet.key())
                .setParameter("definition", worksheet.source())
                .executeUpdate();
        save(id, 1, answers);
    }

    /** Notes which of the institution's own versions a sheet was taken from. */
    void takenFrom(UUID id, UUID adaptation, int revision) {
        entities.createNativeQuery(TAKEN_FROM)
                .setParameter("id", id)
                .setParameter("adaptation", adaptation)
                .setParameter("revision", revision)
                .executeUpdate();
    }

    /** Saves the next version; false if the sheet is not at the version these answers come from any more. */
    boolean next(UUID id, int from, JsonNode answers) {
        int raised = entities.createNativeQuery(RAISE)
                .setParameter("id", id)
                .setParameter("version", from)
                .executeUpdate();
        if (raised == 0) {
            return false;
        }
        save(id, from + 1, answers);
        entities.createNativeQuery(FORGET_OLDEST)
                .setParameter("id", id)
                .setParameter("number", from + 1 - VERSIONS_AT_MOST)
                .executeUpdate();
        return true;
    }

    private void save(UUID id, int number, JsonNode answers) {
        entities.createNativeQuery(SAVE)
                .setParameter("id", id)
                .setParameter("number", number)
                .setParameter("answers", answers.toString())
                .executeUpdate();
    }

    @SuppressWarnings("unchecked")
    List<VersionView> versions(UUID id) {
        List<Object[]> rows =
                entities.createNativeQuery(VERSIONS).setParameter("id", id).getResultList();
        return rows.stream()
                .map(row -> new VersionView(((Number) row[0]).intValue(), (Instant) row[1]))
                .toList();
    }

    /** What an own sheet said at a version. */
    @SuppressWarnings("unchecked")
    public Optional<JsonNode> version(UUID id, int number) {
        List<String> found = entities.createNativeQuery(VERSION, String.class)
                .setParameter("id", id)
                .setParameter("number", number)
                .getResultList();
        return found.stream().findFirst().map(this::read);
    }

    /** For good, with all versions and whatever was shown of it; false if there is none. */
    boolean delete(UUID id) {
        return entities.createNativeQuery(DELETE).setParameter("id", id).executeUpdate() == 1;
    }

    @SuppressWarnings("unchecked")
    private List<FilledSheet> find(String what, String which, UnaryOperator<Query> parameters) {
        List<Object[]> rows = parameters
                .apply(entities.createNativeQuery(FIND.formatted(what, which)))
                .getResultList();
        return rows.stream()
                .map(row -> new FilledSheet(
                        (UUID) row[0],
                        (String) row[1],
                        (String) row[2],
                        (String) row[3],
                        (String) row[4],
                        read((String) row[7]),
                        ((Number) row[5]).intValue(),
                        read((String) row[8]),
                        (Instant) row[6]))
                .toList();
    }

    private JsonNode read(String text) {
        try {
            return json.readTree(text);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("a stored sheet cannot be read"); // without the cause, which may quote it
        }
    }
}
