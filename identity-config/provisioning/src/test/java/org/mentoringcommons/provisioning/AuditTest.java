package org.mentoringcommons.provisioning;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.mentoringcommons.audit.contract.AuditContract;

@QuarkusTest
class AuditTest extends AuditContract {

    @Test
    void one_reads_the_deeds_of_the_own_hub_or_about_the_own_institution_only() {
        String ours = Api.hub(Api.fresh("ours"));
        String theirs = Api.hub(Api.fresh("theirs"));
        String lakeside = Api.fresh("lakeside");
        String id = Api.institution(lakeside).getString("id");
        done("by-us", ours, null);
        done("by-them", theirs, null);
        done("to-lakeside", theirs, lakeside);
        done("to-all", null, null);

        assertThat(seenBy(Api.administratorOf(ours))).contains("by-us").doesNotContain("by-them", "to-all");
        assertThat(seenBy(Api.institutionAdministrator(id)))
                .contains("to-lakeside")
                .doesNotContain("by-us", "by-them", "to-all");
        assertThat(seenBy(Api.operator())).contains("by-us", "by-them", "to-lakeside", "to-all");
        assertThat(Api.hubAdministrator("unknown-to-the-registry").get("/audit").statusCode())
                .isEqualTo(404);
    }

    private static void done(String what, String hub, String institution) {
        Database.update(
                "insert into deed (client, action, thing, key, hub, institution) values ('test', 'a.b', 'thing', ?, ?, ?)",
                what,
                hub,
                institution);
    }

    private static List<String> seenBy(Api caller) {
        return caller.get("/audit?limit=500").jsonPath().getList("thingId");
    }
}
