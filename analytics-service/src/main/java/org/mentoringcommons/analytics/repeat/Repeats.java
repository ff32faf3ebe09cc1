package org.mentoringcommons.analytics.repeat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkiverse.resteasy.problem.HttpProblem;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import javax.sql.DataSource;
import org.mentoringcommons.tenancy.Caller;
import org.mentoringcommons.tenancy.Refusal;

/**
 * What requests with an Idempotency-Key have made. It is written in the transaction that makes it, so the two cannot come
 * apart: what failed can be sent again as if for the first time, and of two at once the second waits for the first.
 */
@ApplicationScoped
public class Repeats {

    private static final int UNPROCESSABLE = 422;
    private static final String FORGET = "delete from repeated_request where made_at < now() - interval '24 hours'";
    private static final String CLAIM =
            """
            insert into repeated_request (caller, key_hash, fingerprint, made) values (?, ?, ?, ?)
            on conflict do nothing""";
    private static final String EARLIER =
            "select fingerprint, made from repeated_request where caller = ? and key_hash = ?";

    private final DataSource database;
    private final Caller caller;
    private final ObjectMapper json;

    Repeats(DataSource database, Caller caller, ObjectMapper json) {
        this.database = database;
        this.caller = caller;
        this.json = json;
    }

    /**
     * Says what the request under way makes, before it does, in its transaction.
     *
     * @param key the header; null if the request cannot be sent again
     * @param operation what is asked for, with whatever the path names
     * @param body what was sent
     * @param made id of what this request makes
     * @return the same, or the id of what the same request has made before: then nothing is to be made
     * @throws HttpProblem 400 if the key is none, 422 if it means another request
     */
    public String claim(String key, String operation, Object body, String made) {
        if (key == null) {
            return made;
        }
        byte[] hash = new IdempotencyKey(key).hash();
        byte[] fingerprint = IdempotencyKey.sha256(operation + "\n" + written(body));
        try (Connection connection = database.getConnection();
                PreparedStatement forget = connection.prepareStatement(FORGET);
                PreparedStatement claim = connection.prepareStatement(CLAIM)) {
            forget.executeUpdate();
            claim.setString(1, caller.subject());
            claim.setBytes(2, hash);
            claim.setBytes(3, fingerprint);
            claim.setString(4, made);
            return claim.executeUpdate() == 1 ? made : earlier(connection, hash, fingerprint);
        } catch (SQLException failure) {
            throw new IllegalStateException("a request could not be claimed", failure);
        }
    }

    private String earlier(Connection connection, byte[] hash, byte[] fingerprint) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(EARLIER)) {
            select.setString(1, caller.subject());
            select.setBytes(2, hash);
            try (ResultSet row = select.executeQuery()) {
                row.next();
                if (!Arrays.equals(row.getBytes(1), fingerprint)) {
                    throw another();
                }
                return row.getString(2);
            }
        }
    }

    private String written(Object body) {
        try {
            return json.writeValueAsString(body);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static HttpProblem another() {
        HttpProblem refused = Refusal.badRequest("idempotency-key-reused", "Another request had this Idempotency-Key")
                .detail("A key names one request: the same path and body. Take a new key for a new request.")
                .violation(IdempotencyKey.HEADER, "was used for another request within the last 24 hours")
                .problem();
        return HttpProblem.builder(refused).withStatus(UNPROCESSABLE).build();
    }
}
