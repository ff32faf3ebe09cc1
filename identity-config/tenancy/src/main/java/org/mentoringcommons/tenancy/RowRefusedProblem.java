package org.mentoringcommons.tenancy;

import jakarta.persistence.PersistenceException;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.sql.SQLException;
import org.jboss.logging.Logger;

/**
 * The database refused a row of another institution: to the caller it does not exist. Any other database error is ours
 * and is answered without its text.
 */
@Provider
public class RowRefusedProblem implements ExceptionMapper<PersistenceException> {

    private static final Logger LOG = Logger.getLogger(RowRefusedProblem.class);
    private static final String INSUFFICIENT_PRIVILEGE = "42501";

    @Override
    public Response toResponse(PersistenceException failure) {
        if (isRefusedByPolicy(failure)) {
            return Refusal.notFound("resource").problem().toResponse();
        }
        LOG.error("a database operation failed", failure);
        return Refusal.of("internal", Response.Status.INTERNAL_SERVER_ERROR, "The service failed; nothing was changed")
                .problem()
                .toResponse();
    }

    private static boolean isRefusedByPolicy(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql && INSUFFICIENT_PRIVILEGE.equals(sql.getSQLState())) {
                return true;
            }
        }
        return false;
    }
}
