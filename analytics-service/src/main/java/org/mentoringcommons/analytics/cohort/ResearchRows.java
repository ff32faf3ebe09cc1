package org.mentoringcommons.analytics.cohort;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.mentoringcommons.analytics.instrument.InstrumentReference;
import org.mentoringcommons.analytics.instrument.Scale;
import org.mentoringcommons.analytics.response.Population.Consented;
import org.mentoringcommons.analytics.statistics.PairTable;

/** What one study may read, in one snapshot. Every statement also names the analysed workshops and instruments. */
public final class ResearchRows {

    private static final int ROWS_AT_A_TIME = 5_000;
    private static final String ANALYSED =
            " join unnest(?::text[], ?::uuid[]) with ordinality as a(tenant, workshop, place)"
                    + " on a.tenant = %1$s.tenant and a.workshop = %1$s.workshop";
    private static final String BY_INSTRUMENTS = " join unnest(?::text[], ?::text[]) as i(key, version)"
            + " on i.key = %1$s.instrument_key and i.version = %1$s.instrument_version";
    private static final String PAIRS = "select c.before_sum, c.now_sum, sum(c.people)::bigint as people"
            + " from pair_count c" + ANALYSED.formatted("c") + BY_INSTRUMENTS.formatted("c")
            + " where c.population = 'consented' and c.kind = 'scale' and c.key = ? group by c.before_sum, c.now_sum";
    private static final String ANSWERS = "select a.place, v.instrument_key, v.instrument_version, r.answers"
            + " from response r join wave v on v.tenant = r.tenant and v.id = r.wave"
            + ANALYSED.formatted("v") + BY_INSTRUMENTS.formatted("v");
    private static final String CODES = "select k.codes from coding k"
            + " join response r on r.tenant = k.tenant and r.id = k.response"
            + " join wave v on v.tenant = r.tenant and v.id = r.wave"
            + ANALYSED.formatted("v") + BY_INSTRUMENTS.formatted("v") + " where k.item = ?";

    private static final String WATERMARK =
            """
            select md5(coalesce(string_agg(i.id || '=' || coalesce(v.version, 0), ',' order by i.id collate "C"), ''))
            from unnest(joined_institutions()) as i(id) left join institution_version v on v.tenant = i.id""";

    private final Connection connection;

    ResearchRows(Connection connection) {
        this.connection = connection;
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

    /**
     * Reads and judges the delivered workshops.
     *
     * @param inclusion the study's rule
     * @param zones time zones of institutions; UTC for one whose registration has not arrived yet
     */
    public Cohort cohort(Inclusion inclusion, Map<String, ZoneId> zones) {
        try {
            return new Cohort(inclusion, new WorkshopRows(connection, inclusion, zones).read());
        } catch (SQLException failure) {
            throw new ReadingFailed(failure);
        }
    }

    /** {@return before and now of everybody in the cohort who has a score on the scale} */
    public Pairs<Consented> pairs(Cohort cohort, Collection<InstrumentReference> instruments, Scale scale) {
        PairTable.Builder table = PairTable.builder(scale.items().size());
        each(PAIRS, cohort, instruments, scale.key(), row -> {
            table.add(row.getInt("before_sum"), row.getInt("now_sum"), row.getLong("people"));
        });
        return new Pairs<>(table.build());
    }

    /** Hands out the answers of everybody in the cohort with their workshop, one person at a time, in no order. */
    public void answers(Cohort cohort, StudyInstruments instruments, AnswerReader reader) {
        List<DeliveredWorkshop> analysed = cohort.analysed();
        each(ANSWERS, cohort, instruments.structures().keySet(), null, row -> {
            InstrumentReference instrument =
                    new InstrumentReference(row.getString("instrument_key"), row.getString("instrument_version"));
            reader.read(
                    analysed.get(row.getInt("place") - 1),
                    instruments.structures().get(instrument).unpack(row.getBytes("answers")));
        });
    }

    /**
     * Hands out the cohort's people one by one, however many there are. Workshop by workshop, and within one in the order
     * of random ids: the order in which rows were stored would tell who answered first.
     */
    public void people(Cohort cohort, StudyInstruments instruments, PersonReader reader) {
        List<DeliveredWorkshop> analysed = cohort.analysed();
        each(
                ANSWERS + " order by a.place, r.id",
                cohort,
                instruments.structures().keySet(),
                null,
                row -> {
                    InstrumentReference instrument = new InstrumentReference(
                            row.getString("instrument_key"), row.getString("instrument_version"));
                    reader.read(
                            analysed.get(row.getInt("place") - 1),
                            instrument,
                            instruments.structures().get(instrument).unpack(row.getBytes("answers")));
                });
    }

    /** {@return how many of the cohort's texts at an item are coded, and with what} */
    public CodedTexts<Consented> codedTexts(Cohort cohort, Collection<InstrumentReference> instruments, String item) {
        long[] texts = {0};
        Map<String, Long> codes = new TreeMap<>();
        each(CODES, cohort, instruments, item, row -> {
            texts[0]++;
            for (String code : (String[]) row.getArray("codes").getArray()) {
                codes.merge(code, 1L, Math::addExact);
            }
        });
        return new CodedTexts<>(texts[0], codes);
    }

    private interface RowReader {
        void read(ResultSet row) throws SQLException;
    }

    private void each(
            String query, Cohort cohort, Collection<InstrumentReference> instruments, String key, RowReader reader) {
        try (PreparedStatement select = connection.prepareStatement(query)) {
            List<DeliveredWorkshop> analysed = cohort.analysed();
            select.setFetchSize(ROWS_AT_A_TIME);
            select.setArray(1, array("text", analysed, DeliveredWorkshop::institution));
            select.setArray(2, array("uuid", analysed, DeliveredWorkshop::id));
            select.setArray(3, array("text", instruments, InstrumentReference::key));
            select.setArray(4, array("text", instruments, InstrumentReference::version));
            if (key != null) {
                select.setString(5, key);
            }
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    reader.read(row);
                }
            }
        } catch (SQLException failure) {
            throw new ReadingFailed(failure);
        }
    }

    private <T> Array array(String type, Collection<T> elements, Function<T, Object> value) throws SQLException {
        return connection.createArrayOf(type, elements.stream().map(value).toArray());
    }
}
