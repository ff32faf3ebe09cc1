package org.mentoringcommons.analytics.cohort;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.mentoringcommons.analytics.instrument.InstrumentReference;
import org.mentoringcommons.analytics.instrument.Scale;
import org.mentoringcommons.analytics.instrument.Structure;
import org.mentoringcommons.analytics.response.Population.Consented;
import org.mentoringcommons.analytics.statistics.PairTable;

/** What one study may read, in one snapshot. */
public final class ResearchRows {

    private static final int ROWS_AT_A_TIME = 5_000;
    private static final String CODES = "select v.tenant, v.workshop, v.instrument_key, v.instrument_version, k.codes"
            + " from coding k join response r on r.tenant = k.tenant and r.id = k.response"
            + " join wave v on v.tenant = r.tenant and v.id = r.wave where k.item = ?";
    private static final String WATERMARK =
            """
            select md5(coalesce(string_agg(i.id || '=' || coalesce(v.version, 0), ',' order by i.id collate "C"), ''))
            from unnest(joined_institutions()) as i(id) left join institution_version v on v.tenant = i.id""";

    private final Connection connection;
    private final PackedRows packed;

    ResearchRows(Connection connection) {
        this.connection = connection;
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

    /** {@return how many of the cohort's texts at an item are coded, and with what} */
    public CodedTexts<Consented> codedTexts(Cohort cohort, Collection<InstrumentReference> instruments, String item) {
        long texts = 0;
        Map<String, Long> codes = new TreeMap<>();
        try (PreparedStatement select = connection.prepareStatement(CODES)) {
            select.setFetchSize(ROWS_AT_A_TIME);
            select.setString(1, item);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    if (cohort.analyses(row.getString(1), row.getObject(2, UUID.class))
                            && instruments.contains(new InstrumentReference(row.getString(3), row.getString(4)))) {
                        texts++;
                        for (String code : (String[]) row.getArray(5).getArray()) {
                            codes.merge(code, 1L, Math::addExact);
                        }
                    }
                }
            }
        } catch (SQLException failure) {
            throw new ReadingFailed(failure);
        }
        return new CodedTexts<>(texts, codes);
    }
}
