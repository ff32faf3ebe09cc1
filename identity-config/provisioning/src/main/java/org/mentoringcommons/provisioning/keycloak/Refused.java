package org.mentoringcommons.provisioning.keycloak;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.ws.rs.core.Response;

/** Keycloak will not have this, however often it is asked. */
public class Refused extends RuntimeException {

    private final String field;

    /**
     * @param field of the request that is to blame, as our interface calls it; null if it cannot be told
     * @param message what is wrong, safe to show
     */
    public Refused(String field, String message) {
        super(message);
        this.field = field;
    }

    /** Somebody else, by their e-mail address, has the user name. */
    public static Refused namesake() {
        return new Refused("username", "another person has this user name");
    }

    public String field() {
        return field;
    }

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Error(
            String field, String errorMessage, String error, @JsonProperty("error_description") String description) {

        Refused asRefusal() {
            if (error != null && error.startsWith("invalidPassword")) {
                return new Refused("password", description == null ? error : description);
            }
            return new Refused(field, errorMessage != null ? errorMessage : error);
        }
    }

    static Refused from(Response answer) {
        try {
            return answer.readEntity(Error.class).asRefusal();
        } catch (RuntimeException unreadable) {
            return new Refused(null, "Keycloak refused it");
        }
    }
}
