package org.mentoringcommons.analytics.cohort;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.BiConsumer;
import org.mentoringcommons.analytics.instrument.InstrumentReference;
import org.mentoringcommons.analytics.instrument.Scale;
import org.mentoringcommons.analytics.instrument.Structure;
import org.mentoringcommons.analytics.response.Population.Consented;
import org.mentoringcommons.analytics.statistics.PairTable;
import org.mentoringcommons.analytics.wave.WaveMarks;

/** What one study may read, in one snapshot. */
public final class ResearchRows {

    private static final int ROWS_AT_A_TIME = 5_000;
    private static final String CODES =
            "select v.tenant, v.workshop, v.instrument_key, v.instrument_version, k.codes, k.item, k.first_codes,"
                    + " k.second_codes"
                    + " from coding k join response r on r.tenant = k.tenant and r.id = k.response"
                    + " join wave v on v.tenant = r.tenant and v.id = r.wave where k.item = any(?)";
    private static final String WATERMARK =
            """
            select md5(coalesce(string_agg(i.id || '=' || coalesce(v.version, 0), ',' order by i.id collate "C"), ''))
            from unnest(joined_institutions()) as i(id) left join institution_version v on v.tenant = i.id""";

    private static final String VERSIONS =
            """
            select i.id, coalesce(v.version, 0)
            from unnest(joined_institutions()) as i(id) left join institution_version v on v.tenant = i.id""";

    private static final String ANSWERED =
            """
            select tenant, workshop, instrument_key, instrument_version, id, joined_mark, left_mark from wave
            where consented > 0""";

    private final Connection connection;
    private final PackedRows packed;
    private final Helpers helpers;

    ResearchRows(Connection connection, Helpers helpers) {
        this.connection = connection;
        this.helpers = helpers;
        this.packed = new PackedRows(connection);
    }

    /**
     * {@return what the numbers of this snapshot are computed from, in one word}
     *
     * It changes whenever an institution joins or leaves, and whenever anything known of a joined institution changes:
     * what was computed under the same watermark for the same declaration still holds.
     */
    public String watermark() {
        try (PreparedStatement select = connection.prepareStatement(WATERMARK);
                ResultSet row = select.executeQuery()) {
            row.next();
            return row.getString(1);
        } catch (SQLException failure) {
            throw new ReadingFailed(failure);
        }
    }

    /** {@return the joined institutions, each with the version of what is known of it; 0 if nothing is} */
    public Map<String, Long> versions() {
        try (PreparedStatement select = connection.prepareStatement(VERSIONS);
                ResultSet row = select.executeQuery()) {
            Map<String, Long> versions = new HashMap<>();
            while (row.next()) {
                versions.put(row.getString(1), row.getLong(2));
            }
            return versions;
        } catch (SQLException failure) {
            throw new ReadingFailed(failure);
        }
    }

    /**
     * Does pieces of work on several connections at once, all of which see this snapshot.
     *
     * @param work what to do with one piece; given rows of its own, which must not be used by another thread
     */
    public <W> void inParallel(Collection<W> pieces, BiConsumer<ResearchRows, W> work) {
        try {
            helpers.each(this, pieces, work);
        } catch (SQLException failure) {
            throw new ReadingFailed(failure);
        }
    }

    /**
     * Hands out the delivered workshops of some institutions, judged, and the people of those for whom the reader has a
     * reader: each workshop with its people after it, workshops in no order.
     *
     * @param institutions ids; of those that have not joined there is nothing
     */
    public void institutions(
            Collection<String> institutions,
            Inclusion inclusion,
            Map<String, ZoneId> zones,
            StudyInstruments instruments,
            WorkshopReader reader) {
        PackedWorkshops workshops = new PackedWorkshops(inclusion, zones);
        try {
            packed.workshopsAndAnswers(
                    institutions,
                    (institution, part, rows) -> workshops.read(institution, part, (workshop, waves) -> {
                        PersonReader people = reader.read(workshop, inclusion.judge(workshop));
                        if (people != null) {
                            waves.forEach(wave -> people(workshop, wave, instruments, rows, people));
                        }
                    }));
        } catch (SQLException failure) {
            throw new ReadingFailed(failure);
        }
    }

    /**
     * Reads and judges the delivered workshops.
     *
     * @param inclusion the study's rule
     * @param zones time zones of institutions; UTC for one whose registration has not arrived yet
     */
    public Cohort cohort(Inclusion inclusion, Map<String, ZoneId> zones) {
        PackedWorkshops workshops = new PackedWorkshops(inclusion, zones);
        List<DeliveredWorkshop> delivered = new ArrayList<>();
        try {
            packed.workshops((institution, part, none) ->
                    workshops.read(institution, part, (workshop, waves) -> delivered.add(workshop)));
        } catch (SQLException failure) {
            throw new ReadingFailed(failure);
        }
        return new Cohort(inclusion, delivered, zones);
    }

    /** {@return before and now of everybody in the cohort who has a score on the scale} */
    public Pairs<Consented> pairs(Cohort cohort, StudyInstruments instruments, Scale scale) {
        PairTable.Builder table = PairTable.builder(scale.unitsPerPoint());
        answers(cohort, instruments, (workshop, answers) -> answers.sums(scale)
                .ifPresent(sums -> table.add(sums.then(), sums.now())));
        return new Pairs<>(table.build());
    }

    /**
     * Hands out the answers of everybody in the cohort with their workshop, one person at a time, those of one workshop
     * one after the other, else in no order.
     */
    public void answers(Cohort cohort, StudyInstruments instruments, AnswerReader reader) {
        people(cohort, instruments, (workshop, instrument, answers) -> reader.read(workshop, answers));
    }

    /**
     * Hands out the cohort's people one by one, however many there are. Workshop by workshop, and within one wave in the
     * order of random ids: the order in which rows were stored would tell who answered first.
     */
    public void people(Cohort cohort, StudyInstruments instruments, PersonReader reader) {
        PackedWorkshops workshops = new PackedWorkshops(cohort.inclusion(), cohort.zones());
        try {
            packed.workshopsAndAnswers(
                    (institution, part, rows) -> workshops.read(institution, part, (workshop, waves) -> {
                        if (cohort.inclusion().judge(workshop) instanceof Verdict.Included) {
                            waves.forEach(wave -> people(workshop, wave, instruments, rows, reader));
                        }
                    }));
        } catch (SQLException failure) {
            throw new ReadingFailed(failure);
        }
    }

    private static void people(
            DeliveredWorkshop workshop,
            PackedWorkshops.Wave wave,
            StudyInstruments instruments,
            byte[] rows,
            PersonReader reader) {
        Structure structure = instruments.structures().get(wave.instrument());
        if (structure == null) {
            return; // not among those asked for
        }
        for (int person = 0; person < wave.consented(); person++) {
            int at = wave.from() + person * structure.bytes();
            reader.read(workshop, wave.instrument(), structure.unpack(rows, at));
        }
    }

    /**
     * {@return how many of the cohort's texts at an item are coded, and with what}
     *
     * @param asking the versions that ask it, each with what it calls it itself
     */
    public CodedTexts<Consented> codedTexts(Cohort cohort, Map<InstrumentReference, String> asking) {
        Map<String, Long> codes = new TreeMap<>();
        long[] texts = new long[1];
        Judged judged = new Judged();
        eachCoding(cohort, asking, row -> {
            texts[0]++;
            words(row, 5).forEach(code -> codes.merge(code, 1L, Math::addExact));
            if (row.getArray(7) != null) {
                judged.add(words(row, 7), words(row, 8));
            }
        });
        return new CodedTexts<>(texts[0], codes, judged);
    }

    /**
     * Hands out the codes of each of the cohort's coded texts at an item, in no order.
     *
     * @param asking the versions that ask it, each with what it calls it itself
     */
    public void codings(Cohort cohort, Map<InstrumentReference, String> asking, CodingReader reader) {
        eachCoding(cohort, asking, row -> reader.read(row.getString(1), row.getObject(2, UUID.class), words(row, 5)));
    }

    /** Hands out the waves by these instruments of which the cohort has answers given for research, in no order. */
    public void answeredWaves(Cohort cohort, StudyInstruments instruments, WaveReader reader) {
        try (PreparedStatement select = connection.prepareStatement(ANSWERED)) {
            select.setFetchSize(ROWS_AT_A_TIME);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    if (cohort.analyses(row.getString(1), row.getObject(2, UUID.class))
                            && instruments
                                    .structures()
                                    .containsKey(new InstrumentReference(row.getString(3), row.getString(4)))) {
                        reader.read(
                                row.getString(1),
                                row.getObject(5, UUID.class),
                                new WaveMarks(row.getObject(6, UUID.class), row.getObject(7, UUID.class)));
                    }
                }
            }
        } catch (SQLException failure) {
            throw new ReadingFailed(failure);
        }
    }

    private interface CodingRow {
        void read(ResultSet row) throws SQLException;
    }

    private void eachCoding(Cohort cohort, Map<InstrumentReference, String> asking, CodingRow reading) {
        try (PreparedStatement select = connection.prepareStatement(CODES)) {
            select.setFetchSize(ROWS_AT_A_TIME);
            select.setArray(
                    1,
                    connection.createArrayOf(
                            "text", asking.values().stream().distinct().toArray()));
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    if (cohort.analyses(row.getString(1), row.getObject(2, UUID.class))
                            && row.getString(6)
                                    .equals(asking.get(new InstrumentReference(row.getString(3), row.getString(4))))) {
                        reading.read(row);
                    }
                }
            }
        } catch (SQLException failure) {
            throw new ReadingFailed(failure);
        }
    }

    private static List<String> words(ResultSet row, int column) throws SQLException {
        return List.of((String[]) row.getArray(column).getArray());
    }
}
