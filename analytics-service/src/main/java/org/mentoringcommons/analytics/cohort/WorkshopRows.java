package org.mentoringcommons.analytics.cohort;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.mentoringcommons.analytics.instrument.InstrumentReference;
import org.mentoringcommons.analytics.response.People;
import org.mentoringcommons.analytics.response.Population.Consented;
import org.mentoringcommons.analytics.response.Population.Evaluated;

/** Puts together what is known of each delivered workshop of a study's curricula. */
final class WorkshopRows {

    private static final String WORKSHOPS =
            """
            select tenant, id, curriculum, minutes, mode, audience, coalesce(ended_at, delivered_at) as held, coverage_known,
                   modules, attended
            from workshop where status = 'delivered' and curriculum = any(?) order by tenant, id""";
    private static final String WAVES =
            """
            select distinct v.tenant, v.workshop, v.instrument_key, v.instrument_version
            from wave v join workshop w on w.tenant = v.tenant and w.id = v.workshop
            where w.status = 'delivered' and w.curriculum = any(?)""";
    private static final String TALLIES =
            """
            select t.tenant, t.workshop, t.instrument_key, t.instrument_version, t.responded, t.consented
            from response_tally t join workshop w on w.tenant = t.tenant and w.id = t.workshop
            where w.status = 'delivered' and w.curriculum = any(?)""";

    private record Key(String institution, UUID workshop) {}

    private record Tally(People<Evaluated> responded, People<Consented> consented) {
        static final Tally NONE = new Tally(new People<>(0), new People<>(0));

        Tally plus(Tally other) {
            return new Tally(responded.plus(other.responded), consented.plus(other.consented));
        }
    }

    private interface RowReader {
        void read(ResultSet row) throws SQLException;
    }

    private final Connection connection;
    private final Inclusion inclusion;
    private final Map<String, ZoneId> zones;
    private final Map<Key, Set<InstrumentReference>> instruments = new HashMap<>();
    private final Map<Key, Tally> tallies = new HashMap<>();

    WorkshopRows(Connection connection, Inclusion inclusion, Map<String, ZoneId> zones) {
        this.connection = connection;
        this.inclusion = inclusion;
        this.zones = zones;
    }

    List<DeliveredWorkshop> read() throws SQLException {
        each(WAVES, row -> {
            if (isOfTheStudy(row)) {
                instruments.computeIfAbsent(key(row), key -> new HashSet<>()).add(instrument(row));
            }
        });
        each(TALLIES, row -> {
            if (isOfTheStudy(row)) {
                Tally tally = new Tally(new People<>(row.getLong("responded")), new People<>(row.getLong("consented")));
                tallies.merge(key(row), tally, Tally::plus);
            }
        });
        List<DeliveredWorkshop> workshops = new ArrayList<>();
        each(WORKSHOPS, row -> workshops.add(workshop(row)));
        return workshops;
    }

    private void each(String query, RowReader reader) throws SQLException {
        Array curricula = connection.createArrayOf("text", inclusion.curricula().toArray());
        try (PreparedStatement select = connection.prepareStatement(query)) {
            select.setArray(1, curricula);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    reader.read(row);
                }
            }
        }
    }

    private DeliveredWorkshop workshop(ResultSet row) throws SQLException {
        Key key = new Key(row.getString("tenant"), row.getObject("id", UUID.class));
        Tally tally = tallies.getOrDefault(key, Tally.NONE);
        LocalDate day = row.getObject("held", OffsetDateTime.class)
                .atZoneSameInstant(zones.getOrDefault(key.institution(), ZoneOffset.UTC))
                .toLocalDate();
        return new DeliveredWorkshop(
                key.institution(),
                key.workshop(),
                row.getString("curriculum"),
                row.getInt("minutes"),
                row.getString("mode"),
                row.getString("audience"),
                day,
                row.getBoolean("coverage_known") ? Optional.of(modules(row)) : Optional.empty(),
                row.getInt("attended"),
                instruments.getOrDefault(key, Set.of()),
                tally.responded(),
                tally.consented());
    }

    private static Set<String> modules(ResultSet row) throws SQLException {
        return new HashSet<>(List.of((String[]) row.getArray("modules").getArray()));
    }

    private boolean isOfTheStudy(ResultSet row) throws SQLException {
        return inclusion.instruments().contains(instrument(row));
    }

    private static Key key(ResultSet row) throws SQLException {
        return new Key(row.getString("tenant"), row.getObject("workshop", UUID.class));
    }

    private static InstrumentReference instrument(ResultSet row) throws SQLException {
        return new InstrumentReference(row.getString("instrument_key"), row.getString("instrument_version"));
    }
}
