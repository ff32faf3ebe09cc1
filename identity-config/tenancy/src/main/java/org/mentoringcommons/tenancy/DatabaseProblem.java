package org.mentoringcommons.tenancy;

import jakarta.persistence.OptimisticLockException;
import jakarta.persistence.PersistenceException;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.sql.SQLException;
import org.jboss.logging.Logger;

/**
 * What the database refused, in the caller's terms: a row of another institution does not exist, and whoever comes
 * second of two at once is told so. Any other database error is ours and is answered without its text.
 */
@Provider
public class DatabaseProblem implements ExceptionMapper<PersistenceException> {

    private static final Logger LOG = Logger.getLogger(DatabaseProblem.class);

    @Override
    public Response toResponse(PersistenceException failure) {
        return refusal(failure).problem().toResponse();
    }

    private static Refusal refusal(PersistenceException failure) {
        if (failure instanceof OptimisticLockException) {
            return changedMeanwhile();
        }
        return switch (sqlState(failure)) {
            case "42501" -> Refusal.notFound("resource"); // row-level security
            case "23505" -> Refusal.conflict("already-exists", "Somebody else has just created the same");
            case "40001", "40P01" -> changedMeanwhile(); // serialization failure, deadlock
            case "22021", "22P05" -> // as text, and within JSON
                Refusal.badRequest("unstorable-text", "A text holds a character that cannot be stored");
            default -> {
                LOG.error("a database operation failed", failure);
                yield Refusal.of(
                        "internal", Response.Status.INTERNAL_SERVER_ERROR, "The service failed; nothing was changed");
            }
        };
    }

    private static Refusal changedMeanwhile() {
        return Refusal.conflict("changed-meanwhile", "Somebody else has just changed the same; read it and try again");
    }

    private static String sqlState(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql && sql.getSQLState() != null) {
                return sql.getSQLState();
            }
        }
        return "";
    }
}
