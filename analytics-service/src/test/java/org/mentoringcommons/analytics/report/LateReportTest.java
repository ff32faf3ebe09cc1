package org.mentoringcommons.analytics.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mentoringcommons.analytics.Database;
import org.mentoringcommons.analytics.study.Studies;
import org.mentoringcommons.analytics.study.Study;
import org.mentoringcommons.tenancy.TenantTransaction;
import org.mentoringcommons.tenancy.contract.Token;

/** A report that takes longer than its reader is kept waiting, and one whose computing fails. */
@QuarkusTest
class LateReportTest {

    private static final String KEY = "late";
    private static final String READER = "9a0e6a52-3f0f-4b7e-9a30-6b0d9f6a0c11";
    private static final String REPORT = "/analytics/v1/studies/" + KEY + "/report";

    @Inject
    Computations computations;

    @Inject
    KeptReports kept;

    @Inject
    Reports reports;

    @Inject
    Studies studies;

    @Inject
    TenantTransaction transaction;

    @BeforeEach
    void the_study_is_declared_and_its_report_is_not_known() {
        if (reader().get(REPORT).statusCode() == 404) {
            new OwnStudy(KEY, READER).declare();
        }
        kept.forget(KEY);
    }

    @Test
    void asks_to_come_back_and_is_there_then() throws SQLException {
        CountDownLatch computed = new CountDownLatch(1);
        Study study = study();
        computations.join(KEY, () -> heldUntil(computed, study));
        long onRecord = onRecord();

        soon("application/json").body("state", equalTo("computing")).body("retryAfterSeconds", greaterThan(0));
        soon("text/csv").body("state", equalTo("computing"));
        soon("text/html").body(containsString("http-equiv=\"refresh\""));
        reader().header("Prefer", "respond-async")
                .get(REPORT + "/figures")
                .then()
                .statusCode(202);
        assertThat(onRecord()).isEqualTo(onRecord);

        computed.countDown();
        reader().get(REPORT).then().statusCode(200).body("study", equalTo(KEY));
        assertThat(onRecord()).isEqualTo(onRecord + 1);
    }

    @Test
    void tells_a_failure_once_and_computes_anew() {
        computations.join(KEY, () -> {
            throw new IllegalStateException("as if the database had gone");
        });

        reader().get(REPORT)
                .then()
                .statusCode(503)
                .contentType("application/problem+json")
                .body("type", equalTo("urn:mentoring-commons:problem:report-failed"));
        reader().get(REPORT).then().statusCode(200);
    }

    @Test
    void a_purpose_that_cannot_go_on_record_is_refused_before_anything_is_computed() {
        reader().header("Purpose", "x".repeat(2_000))
                .header("Prefer", "wait=0")
                .get(REPORT)
                .then()
                .statusCode(400)
                .body("violations.field", hasItem("Purpose"));
        assertThat(kept.find(KEY)).isEmpty();
    }

    private static ValidatableResponse soon(String form) {
        return reader().accept(form)
                .header("Prefer", "wait=0")
                .get(REPORT)
                .then()
                .statusCode(202)
                .header("Retry-After", Integer::parseInt, greaterThan(0))
                .header("Cache-Control", "no-store");
    }

    private static RequestSpecification reader() {
        return RestAssured.given().auth().oauth2(Token.of(READER).sign());
    }

    private KeptReport heldUntil(CountDownLatch latch, Study study) {
        try {
            latch.await();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
        return reports.compute(study);
    }

    private Study study() {
        return transaction.call(null, () -> studies.find(KEY).orElseThrow());
    }

    private static long onRecord() throws SQLException {
        try (Connection owner = Database.asOwner();
                ResultSet row = owner.createStatement()
                        .executeQuery("select count(*) from report_access where study = '" + KEY + "'")) {
            row.next();
            return row.getLong(1);
        }
    }
}
