package org.mentoringcommons.analytics.release;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import javax.sql.DataSource;
import org.mentoringcommons.analytics.cube.AnsweredWaves;
import org.mentoringcommons.analytics.wave.WaveMarks;

/** Which waves each release counted, and so which frozen releases an answer is in. */
@ApplicationScoped
public class CountedWaves {

    private static final String ADD =
            "insert into release_waves (draft, attempt, institution, waves) values (?, ?, ?, ?)";

    private static final String FROZEN =
            """
            select r.number, r.study, r.title, r.frozen_at, w.waves
            from release r
              join release_draft d on d.id = r.draft
              left join release_waves w
                on w.draft = r.draft and w.attempt = r.sealed_attempt and w.institution = current_tenant()
            where current_tenant() = any (d.institutions) order by r.number""";

    /** How far apart the clocks may be of whoever opens waves and whoever freezes releases. */
    private static final Duration CLOCKS_APART = Duration.ofHours(1);

    private final DataSource database;
    private final ReleaseSettings settings;

    CountedWaves(DataSource database, ReleaseSettings settings) {
        this.database = database;
        this.settings = settings;
    }

    /**
     * A frozen release that an answer is in, or may be in: in its counts, since there is nothing else in one.
     *
     * @param address where it is read; relative if the deployment does not say under which name it is reached
     * @param certain whether the answer was counted; else that cannot be ruled out
     */
    public record Holding(int number, String study, String title, String address, boolean certain) {}

    private record Frozen(int number, String study, String title, Instant at, byte[] waves) {

        /**
         * What was counted says so, whatever clocks say. Of releases frozen before it was kept nothing is known but whose
         * answers were counted, and that nobody answers a wave that has not opened.
         */
        boolean mayHave(Instant opening, Predicate<byte[]> counted) {
            return waves == null ? mayHave(opening) : counted.test(waves);
        }

        boolean mayHave(Instant opening) {
            return !at.plus(CLOCKS_APART).isBefore(opening);
        }
    }

    /** Keeps what an attempt counted, in the transaction under way. */
    void add(Lease lease, Map<String, byte[]> waves) {
        try (Connection connection = database.getConnection();
                PreparedStatement insert = connection.prepareStatement(ADD)) {
            for (Map.Entry<String, byte[]> ofInstitution : waves.entrySet()) {
                insert.setObject(1, lease.draft());
                insert.setInt(2, lease.attempt());
                insert.setString(3, ofInstitution.getKey());
                insert.setBytes(4, ofInstitution.getValue());
                insert.addBatch();
            }
            insert.executeBatch();
        } catch (SQLException failure) {
            throw new IllegalStateException("the waves counted could not be kept", failure);
        }
    }

    /**
     * {@return the frozen releases that an answer of the bound institution is in} To be asked after it was taken away, in
     * the same transaction: a release with it that is being frozen is waited for then, and one that is not yet frozen is
     * recalled.
     *
     * @param opening of its wave
     * @param research whether it was for research until then
     * @param marks of its wave, before it was taken away
     */
    public List<Holding> holding(UUID wave, Instant opening, boolean research, WaveMarks marks) {
        List<Holding> holding = new ArrayList<>();
        for (Frozen release : frozen()) {
            Optional<WaveMarks> then =
                    release.waves() == null ? Optional.empty() : AnsweredWaves.marks(release.waves(), wave);
            if (!release.mayHave(opening, waves -> then.isPresent())) {
                continue;
            }
            boolean sameJoined =
                    then.filter(it -> it.joined().equals(marks.joined())).isPresent();
            boolean sameLeft = then.filter(it -> it.left().equals(marks.left())).isPresent();
            if (research) {
                holding.add(holding(release, sameJoined)); // nobody joined since, so whoever is there was there then
            } else if (!sameLeft) {
                holding.add(
                        holding(release, false)); // else nobody left since, so whoever is not for research was not then
            }
        }
        return holding;
    }

    /**
     * {@return the releases frozen until a moment that an answer may be in which is not here}
     *
     * @param wave the answer's; empty if that is not known
     * @param opening of its wave
     */
    public List<Holding> perhapsHolding(Optional<UUID> wave, Instant opening, Instant until) {
        return frozen().stream()
                .filter(release -> !release.at().isAfter(until))
                .filter(release -> release.mayHave(opening, waves -> wave.map(
                                id -> AnsweredWaves.marks(waves, id).isPresent())
                        .orElse(waves.length > 0 && release.mayHave(opening))))
                .map(release -> holding(release, false))
                .toList();
    }

    private Holding holding(Frozen release, boolean certain) {
        String path = ReleaseResource.PATH + "/" + release.number();
        return new Holding(
                release.number(),
                release.study(),
                release.title(),
                settings.address().map(base -> base.resolve(path).toString()).orElse(path),
                certain);
    }

    private List<Frozen> frozen() {
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(FROZEN);
                ResultSet row = select.executeQuery()) {
            List<Frozen> frozen = new ArrayList<>();
            while (row.next()) {
                frozen.add(new Frozen(
                        row.getInt(1),
                        row.getString(2),
                        row.getString(3),
                        row.getObject(4, OffsetDateTime.class).toInstant(),
                        row.getBytes(5)));
            }
            return frozen;
        } catch (SQLException failure) {
            throw new IllegalStateException("the frozen releases could not be read", failure);
        }
    }
}
