package org.mentoringcommons.tenancy;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import java.io.StringReader;
import org.junit.jupiter.api.Test;

class OrganizationClaimTest {

    private static final String ID = "11111111-1111-4111-8111-111111111111";

    @Test
    void one_organization_with_an_id_is_an_institution_with_its_known_roles() {
        OrganizationClaim claim = parse("{\"lakeside\":{\"id\":\"" + ID
                + "\",\"realm_access\":{\"roles\":[\"facilitator\",\"platform-operator\",\"uma\"]}}}");

        assertThat(claim)
                .isEqualTo(new OrganizationClaim.One("lakeside", new Tenant(ID), java.util.Set.of("facilitator")));
    }

    @Test
    void two_organizations_are_never_guessed_among() {
        OrganizationClaim claim = parse("{\"a\":{\"id\":\"" + ID + "\"},\"b\":{\"id\":\"" + ID + "\"}}");

        assertThat(claim).isInstanceOf(OrganizationClaim.Several.class);
    }

    @Test
    void anything_without_an_organization_id_names_no_institution() {
        for (String json : new String[] {
            "{}",
            "[\"lakeside\"]",
            "{\"a\":{}}",
            "{\"a\":{\"id\":\"lakeside\"}}",
            "{\"a\":{\"id\":7}}",
            "{\"a\":[]}",
            "{\"a\":{\"id\":\"" + ID + "\",\"realm_access\":{\"roles\":[7]}}}",
            "{\"a\":{\"id\":\"" + ID + "\",\"realm_access\":[]}}"
        }) {
            assertThat(parse(json)).as(json).isInstanceOf(OrganizationClaim.None.class);
        }
        assertThat(OrganizationClaim.parse(null)).isInstanceOf(OrganizationClaim.None.class);
    }

    private static OrganizationClaim parse(String json) {
        return OrganizationClaim.parse(Json.createReader(new StringReader(json)).readValue());
    }
}
