package org.mentoringcommons.analytics.extract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mentoringcommons.analytics.Declared.STUDIES;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.mentoringcommons.analytics.Database;
import org.mentoringcommons.analytics.Declared;
import org.mentoringcommons.analytics.Facts;
import org.mentoringcommons.tenancy.Tenant;
import org.mentoringcommons.tenancy.contract.Token;

/** What is done to a study, and with its rows, is on the audit trail. */
@QuarkusTest
class OnRecordTest {

    private static final String MEMBER = "member on record";

    @Inject
    ExtractWorker worker;

    @Test
    void declaring_joining_leaving_and_taking_rows_are_on_record_with_who_and_why() throws SQLException {
        Tenant site = Facts.institution("on record");
        Declared.declare(Declared.study("on-record", "on-record", "x", "x", MEMBER))
                .statusCode(201);
        Declared.operator().put(STUDIES + "/on-record/team/another");
        Declared.join("on-record", site, 1).statusCode(201);
        Declared.join("on-record", site, 1).statusCode(409);
        String address = Declared.as(Token.of(MEMBER).sign())
                .body(Map.of("format", "csv", "purpose", "to see"))
                .post(STUDIES + "/on-record/extracts")
                .header("Location");
        worker.round();
        Declared.as(Token.of(MEMBER).sign()).get(address + "/content").then().statusCode(200);
        Declared.leave("on-record", site).statusCode(204);

        String extract = address.substring(address.lastIndexOf('/') + 1);
        try (Connection owner = Database.asOwner()) {
            assertThat(Database.rows(
                            owner,
                            "select action, subject, tenant is not null, coalesce(detail, ''), coalesce(reason, '') from deed"
                                    + " where key in ('on-record', '" + extract + "') order by id"))
                    .containsExactly(
                            "study.declared|person-of-the-platform|f||",
                            "study.member-added|person-of-the-platform|f|another|",
                            "study.joined|person-of-" + site.id().charAt(0) + "|t|agreement text version 1|",
                            "extract.requested|" + MEMBER + "|f|study on-record, version 1, csv|to see",
                            "extract.fetched|" + MEMBER + "|f|study on-record|",
                            "study.left|person-of-" + site.id().charAt(0) + "|t||");
        }
    }
}
