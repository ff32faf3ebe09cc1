package org.mentoringcommons.analytics.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.mentoringcommons.analytics.Database;
import org.mentoringcommons.analytics.Facts;
import org.mentoringcommons.tenancy.Tenant;

/** Which releases hold a withdrawn answer, when something else happens in between: a rebuild, a freezing, an upgrade. */
@QuarkusTest
class HoldingReleasesOverTimeTest extends Held {

    @Test
    void of_releases_frozen_before_this_was_kept_it_cannot_be_ruled_out() throws SQLException {
        Tenant site = studied("held-of-old");
        answer(site, "held-of-old", "ann", true, 5);
        int number = frozen("held-of-old", 1, site);
        asOwner("delete from release_waves where draft = (select draft from release where number = " + number + ")");

        withdraw(site, "held-of-old", "ann");

        assertThat(holding("held-of-old ann")).containsExactly(number + " possible");
    }

    @Test
    void after_a_rebuild_nothing_is_told_again_and_what_it_forgot_cannot_be_ruled_out() throws SQLException {
        Tenant site = studied("forgotten-since");
        answer(site, "forgotten-since", "ann", true, 5);
        answer(site, "forgotten-since", "bob", true, 5);
        answer(site, "forgotten-since", "cal", true, 5);
        int before = frozen("forgotten-since", 1, site);
        withdraw(site, "forgotten-since", "ann");
        try {
            asOwner("delete from response where id in ('" + Facts.id("forgotten-since bob") + "')");
            asOwner("delete from erased_response where tenant = '" + site.id() + "'");
            asOwner("update wave set joined_mark = default, left_mark = default where tenant = '" + site.id() + "'");
            asOwner("insert into rebuild (number, state, asked_by, ended_at) values (1, 'done', 'olga', now())");
            int after = frozen("forgotten-since", 2, site);

            withdraw(site, "forgotten-since", "ann");
            feed.erased("responses", site, Facts.id("forgotten-since bob"));
            withdraw(site, "forgotten-since", "cal");

            assertThat(told("forgotten-since ann")).hasSize(1);
            assertThat(holding("forgotten-since bob")).containsExactly(before + " possible");
            assertThat(holding("forgotten-since cal")).containsExactly(before + " possible", after + " counted");
        } finally {
            asOwner("delete from rebuild");
        }
    }

    @Test
    void a_rebuild_recalls_what_was_counted_before_it() throws SQLException {
        String address = audited("counted-before", 1, studied("counted-before"));

        try (Connection rebuilding = Database.asOwner()) {
            rebuilding.setAutoCommit(false);
            rebuilding.createStatement().execute("call forget_effects()");
            assertThat(Database.rows(
                            rebuilding, "select state from release_draft where id = '" + draftId(address) + "'"))
                    .containsExactly("recalled");
            rebuilding.rollback();
        }
    }

    @Test
    void a_release_that_is_being_frozen_is_waited_for() throws SQLException {
        Tenant site = studied("freezing-meanwhile");
        answer(site, "freezing-meanwhile", "ann", true, 5);
        String address = audited("freezing-meanwhile", 1, site);
        step(approver(), address, "approval").then().statusCode(200);

        CompletableFuture<Void> withdrawal;
        try (Connection freezing = Database.asOwner()) {
            freezing.setAutoCommit(false);
            freezing.createStatement()
                    .execute("update release_draft set state = 'frozen' where id = '" + draftId(address) + "'");
            freezing.createStatement()
                    .execute(
                            "insert into release select coalesce(max(number), 0) + 1, d.id, d.sealed_attempt, d.study, 1,"
                                    + " 'of this very moment', 'x', 'x', 'x', 1, now(), d.method_version from release r right join release_draft d"
                                    + " on true where d.id = '" + draftId(address)
                                    + "' group by d.id, d.sealed_attempt, d.study, d.method_version");
            withdrawal = CompletableFuture.runAsync(() -> withdraw(site, "freezing-meanwhile", "ann"));
            while (!withdrawal.isDone()
                    && rows("select 1 from pg_locks where locktype = 'transactionid' and not granted")
                            .isEmpty()) {
                Thread.onSpinWait();
            }
            assertThat(withdrawal).as("the release is still being frozen").isNotDone();
            freezing.commit();
        }
        withdrawal.join();
        asOwner("delete from release where title = 'of this very moment'"); // it has no documents

        assertThat(told("freezing-meanwhile ann"))
                .singleElement()
                .asString()
                .contains("of this very moment", "counted");
    }

    @Test
    void what_was_counted_goes_with_its_sealed_counts_and_stays_with_frozen_ones() throws SQLException {
        Tenant site = studied("goes-along");
        answer(site, "goes-along", "ann", true, 5);
        frozen("goes-along", 1, site);
        String recalled = audited("goes-along", 2, site);
        assertThat(kept(site)).hasSize(2);

        withdraw(site, "goes-along", "ann");
        cubes.sweep();

        show(recalled).body("state", equalTo("recalled"));
        assertThat(kept(site)).hasSize(1);
    }

    private static List<String> kept(Tenant site) throws SQLException {
        return rows("select draft from release_waves where institution = '" + site.id() + "'");
    }
}
