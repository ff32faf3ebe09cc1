package org.mentoringcommons.analytics.items;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import jakarta.persistence.Tuple;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.hibernate.jpa.AvailableHints;
import org.mentoringcommons.analytics.instrument.Answers;
import org.mentoringcommons.analytics.instrument.Structure;
import org.mentoringcommons.analytics.wave.WaveErasing;

/**
 * What is shown of waves of the bound institution that are over. Each is counted when somebody first looks, and anew when at
 * least five of the answers in it were withdrawn, or five are new: two looks around one withdrawal show the same. Whatever is
 * shown is the sum of waves, so workshops taken from the whole show no more. For an hour after its end a wave takes what was
 * on its way, and one that was imported takes whatever its importers bring: from that nobody learns what they do not have.
 */
@ApplicationScoped
class ItemSnapshots {

    /** Answers that have to change together. */
    private static final int TOGETHER = 5;

    private static final Duration ON_THE_WAY = Duration.ofHours(1);
    /** Without it the driver reads the answers of all into memory first. */
    private static final int ROWS_AT_A_TIME = 1_000;

    private static final String DUE =
            """
            select w.id from wave w
            left join item_snapshot s on s.tenant = w.tenant and s.wave = w.id
            cross join lateral (
                select count(*) as n, count(*) filter (where known.id is null) as fresh
                from response r left join unnest(s.answers) as known (id) on known.id = r.id
                where r.tenant = w.tenant and r.wave = w.id) c
            where w.id = any (?1) and w.closes_at <= ?2
              and (s.counted is null
                   or c.fresh >= case when w.imported or w.closes_at > ?3 then 1 else ?4 end
                   or cardinality(s.answers) - (c.n - c.fresh) >= ?4)
            order by w.id""";

    private final EntityManager database;
    private final ObjectMapper json;

    ItemSnapshots(EntityManager database, ObjectMapper json) {
        this.database = database;
        this.json = json;
    }

    /** {@return what is shown of these waves, those that are due counted anew} In no order. */
    List<Shown> of(List<UUID> waves, Structure structure, Instant now) {
        due(waves, now).forEach(wave -> renew(wave, structure, now));
        List<Shown> shown = new ArrayList<>();
        for (Object row : database.createNativeQuery(
                        """
                        select s.counted, w.imported from item_snapshot s join wave w on w.tenant = s.tenant and w.id = s.wave
                        where s.wave = any (?1) and s.counted is not null""",
                        Tuple.class)
                .setParameter(1, waves.toArray(UUID[]::new))
                .getResultList()) {
            Tuple one = (Tuple) row;
            shown.add(new Shown(Counted.read(json, one.get(0, String.class)), one.get(1, Boolean.class)));
        }
        return shown;
    }

    /** @param imported whether its people were asked elsewhere */
    record Shown(Counted counted, boolean imported) {}

    /** What was shown of a wave goes with it. */
    void forget(@Observes WaveErasing erasing) {
        database.createNativeQuery("delete from item_snapshot where wave = ?1")
                .setParameter(1, erasing.wave())
                .executeUpdate();
    }

    @SuppressWarnings("unchecked")
    private List<UUID> due(List<UUID> waves, Instant now) {
        return database.createNativeQuery(DUE, UUID.class)
                .setParameter(1, waves.toArray(UUID[]::new))
                .setParameter(2, now)
                .setParameter(3, now.minus(ON_THE_WAY))
                .setParameter(4, TOGETHER)
                .getResultList();
    }

    /** One look after the other: the second finds what the first has counted, and leaves it. */
    private void renew(UUID wave, Structure structure, Instant now) {
        of("insert into item_snapshot (tenant, wave) values (current_tenant(), ?1) on conflict do nothing", wave)
                .executeUpdate();
        of("select 1 from item_snapshot where wave = ?1 for update", wave).getResultList();
        if (due(List.of(wave), now).isEmpty()) {
            return;
        }
        Passage passage = new Passage(structure);
        List<Ratings> ratings = Ratings.of(structure);
        List<UUID> present = new ArrayList<>();
        try (Stream<?> rows = database.createNativeQuery(
                        "select id, answers from response where wave = ?1", Tuple.class)
                .setParameter(1, wave)
                .setHint(AvailableHints.HINT_FETCH_SIZE, ROWS_AT_A_TIME)
                .getResultStream()) {
            rows.forEach(row -> {
                present.add(((Tuple) row).get(0, UUID.class));
                Answers answers = structure.unpack(((Tuple) row).get(1, byte[].class));
                passage.add(answers);
                ratings.forEach(scale -> scale.add(answers));
            });
        }
        of("update item_snapshot set answers = ?2, counted = ?3 where wave = ?1", wave)
                .setParameter(2, present.toArray(UUID[]::new))
                .setParameter(3, Counted.of(passage, ratings).written(json))
                .executeUpdate();
    }

    private Query of(String sql, UUID wave) {
        return database.createNativeQuery(sql).setParameter(1, wave);
    }
}
