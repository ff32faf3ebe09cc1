package org.mentoringcommons.tenancy;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import jakarta.json.Json;
import java.io.StringReader;
import java.util.Map;
import java.util.Set;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InstitutionRolesTest {

    private static final String LAKESIDE =
            "{\"lakeside\":{\"id\":\"11111111-1111-4111-8111-111111111111\",\"realm_access\":{\"roles\":[\"facilitator\"]}}}";
    private static final String OPERATOR = "{\"roles\":[\"platform-operator\"]}";

    @ParameterizedTest
    @ValueSource(
            strings = {"portal-lakeside-0123abcd", "portal-lakeside-0123abcd-r4567cdef", "portal-lakeside-0123abcd-web"
            })
    void a_portal_s_token_is_good_at_its_own_institution(String client) {
        assertThat(rolesOf(client)).containsExactly("facilitator");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "portal-hilltop-0123abcd",
                "portal-hilltop-0123abcd-web",
                "portal-lakeside-north-0123abcd-r4567cdef",
                "portal-lake-0123abcd",
                "portal-lakeside-0123abcd-4567cdef"
            })
    void a_portal_s_token_is_good_for_nothing_at_another_institution(String client) {
        assertThat(rolesOf(client)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"console", "portal-web", "demo"})
    void through_any_other_client_people_hold_what_the_token_says(String client) {
        assertThat(rolesOf(client)).containsExactlyInAnyOrder("facilitator", "platform-operator");
    }

    @Test
    void a_token_that_names_no_client_is_no_portal_s() {
        assertThat(rolesOf(null)).contains("facilitator");
    }

    private static Set<String> rolesOf(String client) {
        Map<String, Object> claims =
                new java.util.HashMap<>(Map.of("organization", parse(LAKESIDE), "realm_access", parse(OPERATOR)));
        claims.put("azp", client);
        SecurityIdentity identity = QuarkusSecurityIdentity.builder()
                .setPrincipal(new Claims(claims))
                .build();
        return new InstitutionRoles()
                .augment(identity, null)
                .await()
                .indefinitely()
                .getRoles();
    }

    private static Object parse(String json) {
        return Json.createReader(new StringReader(json)).readValue();
    }

    private record Claims(Map<String, Object> claims) implements JsonWebToken {
        @Override
        public String getName() {
            return "somebody";
        }

        @Override
        public Set<String> getClaimNames() {
            return claims.keySet();
        }

        @Override
        @SuppressWarnings("unchecked")
        public <T> T getClaim(String name) {
            return (T) claims.get(name);
        }
    }
}
