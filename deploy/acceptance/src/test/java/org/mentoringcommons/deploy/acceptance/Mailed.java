package org.mentoringcommons.deploy.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.stream.IntStream;
import org.mentoringcommons.deploy.local.Service;

/** The mails of a wave, under a protocol of its own. */
record Mailed(String institution, String protocol, String wave) {

    /** So many reminders are due by now; whoever has done nothing gets the last of them. */
    void remind(int reminders) {
        TheStack.as("admin." + institution, institution, Service.SURVEY)
                .contentType("application/json")
                .body(Map.of(
                        "reminderDays",
                        IntStream.rangeClosed(1, reminders).boxed().toList(),
                        "quietFrom",
                        "00:00",
                        "quietTo",
                        "00:00"))
                .put("/survey/v1/protocols/" + protocol + "/mailing")
                .then()
                .statusCode(200);
    }

    void awaitReminded(int reminders) {
        Eventually.assertThat(() -> assertThat(Database.count(
                        Service.SURVEY,
                        "select count(*) from mailing_round where done and wave = '" + wave + "' and number = "
                                + reminders))
                .isEqualTo(1));
    }

    /** Everybody concerned was told of the change, but for those whose mailbox is full. */
    void awaitTold() {
        Eventually.assertThat(() -> assertThat(Database.count(
                        Service.SURVEY,
                        "select count(*) from mailing_round where done and number > 1000 and cardinality(again) > 0"
                                + " and wave = '" + wave + "'"))
                .isEqualTo(1));
    }
}
