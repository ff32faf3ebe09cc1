package org.mentoringcommons.analytics.cohort;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mentoringcommons.analytics.Database;
import org.mentoringcommons.analytics.Facts;
import org.mentoringcommons.analytics.Feed;
import org.mentoringcommons.tenancy.Tenant;

/** What the role behind every number across institutions sees, asked with statements of its own. */
@QuarkusTest
class ResearchRoleTest {

    private static final Tenant JOINED = Facts.institution("joined");
    private static final Tenant LEFT = Facts.institution("left");
    private static final Tenant ELSEWHERE = Facts.institution("joined another study");

    @Inject
    Feed feed;

    @BeforeEach
    void three_institutions_answered() throws SQLException {
        for (Tenant institution : List.of(JOINED, LEFT, ELSEWHERE)) {
            String name = institution.id();
            feed.state("workshops", institution, Facts.id(name), Facts.workshop(name, "role-test", 240));
            feed.state("waves", institution, Facts.id("w" + name), Facts.wave("w" + name, name, instrument()));
            answered(institution, "yes", true);
            answered(institution, "no", false);
        }
        for (Tenant institution : List.of(JOINED, LEFT, ELSEWHERE)) {
            try (Connection app = Database.asApp()) {
                app.createStatement().execute("set app.tenant = '" + institution.id() + "'");
                app.createStatement().execute("select pack_institution()");
            }
        }
        try (Connection owner = Database.asOwner()) {
            owner.createStatement()
                    .execute(
                            """
                            insert into study values ('role-test', 't', '{}', 'x', now()), ('another', 't', '{}', 'x', now())
                              on conflict do nothing;
                            delete from agreement where study in ('role-test', 'another');
                            delete from agreement_text where study in ('role-test', 'another');
                            insert into agreement_text values
                              ('role-test', 1, 'first', true, 'x', now()), ('another', 1, 'first', true, 'x', now());
                            insert into agreement (id, study, institution, text_version, joined_by, joined_at, left_at)
                            values
                              (gen_random_uuid(), 'role-test', '%s', 1, 'x', now(), null),
                              (gen_random_uuid(), 'role-test', '%s', 1, 'x', now(), now()),
                              (gen_random_uuid(), 'another', '%s', 1, 'x', now(), null)"""
                                    .formatted(JOINED.id(), LEFT.id(), ELSEWHERE.id()));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "workshop",
                "wave",
                "response",
                "response_tally",
                "institution_count",
                "coding",
                "institution_version",
                "packed",
                "packing"
            })
    void it_sees_of_every_table_only_the_institution_that_joined_the_study(String table) throws SQLException {
        assertThat(seen("role-test", "select distinct tenant from " + table)).containsExactly(JOINED.id());
        assertThat(seen("another", "select distinct tenant from " + table)).containsExactly(ELSEWHERE.id());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "workshop",
                "wave",
                "response",
                "response_tally",
                "institution_count",
                "coding",
                "institution_version",
                "packed",
                "packing"
            })
    void without_a_study_or_with_an_unknown_one_it_sees_nothing(String table) throws SQLException {
        assertThat(seen(null, "select 1 from " + table)).isEmpty();
        assertThat(seen("", "select 1 from " + table)).isEmpty();
        assertThat(seen("no-such-study", "select 1 from " + table)).isEmpty();
    }

    @Test
    void the_institution_set_for_the_service_itself_opens_nothing() throws SQLException {
        try (Connection research = Database.asResearch()) {
            research.createStatement().execute("set app.tenant = '" + JOINED.id() + "'");
            assertThat(Database.rows(research, "select 1 from response")).isEmpty();
        }
    }

    @Test
    void answers_without_research_consent_are_seen_only_as_a_number() throws SQLException {
        assertThat(seen("role-test", "select id from response")).containsExactly(Facts.id(JOINED.id() + "yes"));
        assertThat(seen("role-test", "select response from coding")).containsExactly(Facts.id(JOINED.id() + "yes"));
        assertThat(seen("role-test", "select distinct population from institution_count"))
                .containsExactly("consented");
        assertThat(seen("role-test", "select responded, consented from response_tally"))
                .containsExactly("2|1");
    }

    @Test
    void what_is_packed_holds_the_answers_given_for_research_and_no_other_byte_of_answers() throws SQLException {
        // four ratings of the one who consented: a 2 and 5, b 3 and 4; the other one answered 7, 7, 7, 7
        assertThat(seen("role-test", "select encode(answers, 'hex') from packed"))
                .containsExactly("02050304");
        assertThat(seen("role-test", "select encode(answers, 'hex') from packing"))
                .containsExactly("02050304");
        assertThat(seen("role-test", "select encode(workshops, 'hex') from packing"))
                .isEqualTo(seen("role-test", "select encode(workshops, 'hex') from packed"));
    }

    @Test
    void not_even_the_service_writes_what_is_packed_by_hand() throws SQLException {
        for (String statement : List.of(
                "update packed set answers = ''",
                "insert into packed values (current_tenant(), 7, '', '')",
                "truncate packed")) {
            try (Connection app = Database.asApp()) {
                app.createStatement().execute("set app.tenant = '" + JOINED.id() + "'");
                assertThatThrownBy(() -> app.createStatement().execute(statement))
                        .hasMessageContaining("permission denied");
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "select * from study",
                "select * from team",
                "select * from superseded_study",
                "select * from agreement",
                "select * from agreement_text",
                "select * from sharing",
                "select modules_of_curriculum('role-test')",
                "select * from report_access",
                "select * from institution",
                "select * from instrument",
                "select * from inbox",
                "select * from outbox",
                "select * from parked",
                "select * from dead_letter",
                "select * from rebuild",
                "select * from scoring",
                "select * from erased_response",
                "select pack_institution()",
                "select * from count_checks()",
                "select institutions_to_recount(1)",
                "call forget_effects()",
                "update packed set answers = ''",
                "update institution_version set version = 1",
                "update response set research = true",
                "delete from response",
                "insert into coding select * from coding",
                "set role analytics_owner",
                "create table stolen (x int)"
            })
    void it_can_do_nothing_else(String statement) throws SQLException {
        try (Connection research = Database.asResearch()) {
            research.createStatement().execute("set app.study = 'role-test'");
            assertThatThrownBy(() -> research.createStatement().execute(statement))
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("permission denied");
        }
    }

    @Test
    void a_table_or_function_of_its_own_session_cannot_stand_in_for_the_agreements() throws SQLException {
        try (Connection owner = Database.asOwner()) {
            assertThat(Database.rows(
                            owner,
                            "select prosecdef, proconfig::text from pg_proc where proname = 'joined_institutions'"))
                    .containsExactly("t|{\"search_path=pg_catalog, pg_temp\"}");
            assertThat(Database.rows(
                            owner,
                            "select has_database_privilege('analytics_research', current_database(), 'temporary')"))
                    .containsExactly("f");
        }
    }

    @Test
    void the_service_itself_may_not_ask_who_joined_nor_read_the_accesses() throws SQLException {
        try (Connection app = Database.asApp()) {
            assertThatThrownBy(() -> Database.rows(app, "select joined_institutions()"))
                    .hasMessageContaining("permission denied");
            assertThatThrownBy(() -> Database.rows(app, "select * from report_access"))
                    .hasMessageContaining("permission denied");
        }
    }

    @Test
    void an_institution_that_leaves_is_gone_at_once_and_back_when_it_joins_again() throws SQLException {
        asOwner("update agreement set left_at = now() where study = 'role-test' and institution = '" + JOINED + "'");
        assertThat(seen("role-test", "select 1 from response")).isEmpty();

        asOwner("insert into agreement (id, study, institution, text_version, joined_by, joined_at)"
                + " values (gen_random_uuid(), 'role-test', '" + JOINED + "', 1, 'x', now())");

        assertThat(seen("role-test", "select tenant from response")).containsExactly(JOINED.id());
    }

    @Test
    void a_newer_text_changes_nothing_unless_it_is_material_and_then_nothing_is_seen_until_it_is_agreed_to()
            throws SQLException {
        asOwner("insert into agreement_text values ('role-test', 2, 'a comma', false, 'x', now())");
        assertThat(seen("role-test", "select tenant from response")).containsExactly(JOINED.id());

        asOwner("insert into agreement_text values ('role-test', 3, 'another use', true, 'x', now())");
        assertThat(seen("role-test", "select tenant from response")).isEmpty();
        asOwner("update agreement set text_version = 3 where study = 'role-test' and institution = '" + JOINED + "'");

        assertThat(seen("role-test", "select tenant from response")).containsExactly(JOINED.id());
    }

    private static void asOwner(String statement) throws SQLException {
        try (Connection owner = Database.asOwner()) {
            owner.createStatement().execute(statement);
        }
    }

    private static List<String> seen(String study, String query) throws SQLException {
        try (Connection research = Database.asResearch()) {
            if (study != null) {
                research.createStatement().execute("set app.study = '" + study + "'");
            }
            return Database.rows(research, query);
        }
    }

    private void answered(Tenant institution, String who, boolean research) {
        String name = institution.id() + who;
        feed.state(
                "responses",
                institution,
                Facts.id(name),
                Facts.response(
                        name,
                        "w" + institution.id(),
                        research,
                        research
                                ? Map.of("a", Facts.pair(2, 5), "b", Facts.pair(3, 4))
                                : Map.of("a", Facts.pair(7, 7), "b", Facts.pair(7, 7))));
        feed.state("codings", institution, Facts.id(name) + ":plans", Facts.coding(name, "plans", "Other"));
    }

    private static Map<String, Object> instrument() {
        return Facts.instrument(
                "role-test",
                "1",
                List.of(Facts.thenNow("a"), Facts.thenNow("b"), Facts.text("plans")),
                List.of(Facts.scale("both", "a", "b")));
    }
}
