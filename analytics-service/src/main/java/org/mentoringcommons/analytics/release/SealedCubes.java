package org.mentoringcommons.analytics.release;

import io.agroal.api.AgroalDataSource;
import io.quarkus.agroal.DataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;
import org.mentoringcommons.analytics.cube.Method;

/**
 * The one door to the unsuppressed counts that releases are made from. Its database role alone may read and write them,
 * and sees nothing else; the service's own role may do neither.
 */
@ApplicationScoped
class SealedCubes {

    private static final String SEAL = "insert into sealed_cube (draft, attempt, hash, cube) values (?, ?, ?, ?)";
    private static final String OPEN = "select hash, cube from sealed_cube where draft = ? and attempt = ?";
    /** What a crash, a later attempt or a discarded release left; never what counts, and never of an attempt under way. */
    private static final String SWEEP =
            """
            delete from sealed_cube s using release_draft d
            where d.id = s.draft and s.attempt is distinct from d.sealed_attempt
              and not (d.state = 'computing' and s.attempt = d.attempt)""";

    private static final String STAND =
            "insert into sealed_standing (draft, attempt, edition, method, standing) values (?, ?, ?, ?, ?) on conflict do nothing";
    private static final String STANDS =
            "select standing from sealed_standing where draft = ? and attempt = ? and edition = ? and method = ?";
    private static final String SECRET =
            "insert into sealed_secret (study, secret) values (?, ?) on conflict do nothing";
    private static final int SECRET_BYTES = 32;

    private final AgroalDataSource database;

    SealedCubes(@DataSource("release") AgroalDataSource database) {
        this.database = database;
    }

    /** Seals what an attempt counted; {@return its hash} */
    String seal(UUID draft, int attempt, byte[] cube) {
        String hash = Sha256.hex(cube);
        try (Connection connection = database.getConnection();
                PreparedStatement insert = connection.prepareStatement(SEAL)) {
            insert.setObject(1, draft);
            insert.setInt(2, attempt);
            insert.setString(3, hash);
            insert.setBytes(4, cube);
            insert.executeUpdate();
            return hash;
        } catch (SQLException failure) {
            throw new IllegalStateException("a cube could not be sealed", failure);
        }
    }

    /**
     * Reads sealed counts.
     *
     * @throws IllegalStateException if they are not what was sealed
     */
    byte[] open(UUID draft, int attempt, String hash) {
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(OPEN)) {
            select.setObject(1, draft);
            select.setInt(2, attempt);
            try (ResultSet row = select.executeQuery()) {
                if (!row.next()) {
                    throw new IllegalStateException("there is no such sealed cube");
                }
                byte[] cube = row.getBytes(2);
                if (!row.getString(1).equals(hash) || !Sha256.hex(cube).equals(hash)) {
                    throw new IllegalStateException("a sealed cube is not what was sealed");
                }
                return cube;
            }
        } catch (SQLException failure) {
            throw new IllegalStateException("a sealed cube could not be read", failure);
        }
    }

    void sweep() {
        try (Connection connection = database.getConnection();
                PreparedStatement delete = connection.prepareStatement(SWEEP)) {
            delete.executeUpdate();
        } catch (SQLException failure) {
            throw new IllegalStateException("sealed cubes could not be swept", failure);
        }
    }

    /** Seals what the study's next release has to know of this one; the same counts as the same edition by the same rules give the same. */
    void stand(UUID draft, int attempt, int edition, Method method, byte[] standing) {
        try (Connection connection = database.getConnection();
                PreparedStatement insert = connection.prepareStatement(STAND)) {
            insert.setObject(1, draft);
            insert.setInt(2, attempt);
            insert.setInt(3, edition);
            insert.setString(4, method.version());
            insert.setBytes(5, standing);
            insert.executeUpdate();
        } catch (SQLException failure) {
            throw new IllegalStateException("what stands could not be sealed", failure);
        }
    }

    byte[] standing(FrozenRelease release) {
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(STANDS)) {
            select.setObject(1, release.draft());
            select.setInt(2, release.sealedAttempt());
            select.setInt(3, release.edition());
            select.setString(4, release.methodVersion());
            try (ResultSet row = select.executeQuery()) {
                if (!row.next()) {
                    throw new IllegalStateException("nothing is sealed of what stands");
                }
                return row.getBytes(1);
            }
        } catch (SQLException failure) {
            throw new IllegalStateException("what stands could not be read", failure);
        }
    }

    /** {@return the secret of a study, which is made when it is first asked for} */
    byte[] secret(String study) {
        byte[] fresh = new byte[SECRET_BYTES];
        new SecureRandom().nextBytes(fresh);
        try (Connection connection = database.getConnection();
                PreparedStatement insert = connection.prepareStatement(SECRET);
                PreparedStatement select =
                        connection.prepareStatement("select secret from sealed_secret where study = ?")) {
            insert.setString(1, study);
            insert.setBytes(2, fresh);
            insert.executeUpdate();
            select.setString(1, study);
            try (ResultSet row = select.executeQuery()) {
                row.next();
                return row.getBytes(1);
            }
        } catch (SQLException failure) {
            throw new IllegalStateException("a study's secret could not be read", failure);
        }
    }
}
