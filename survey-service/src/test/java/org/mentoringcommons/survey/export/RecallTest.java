package org.mentoringcommons.survey.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.mentoringcommons.survey.Api;
import org.mentoringcommons.survey.Coders;
import org.mentoringcommons.survey.Questions;
import org.mentoringcommons.survey.World;
import org.mentoringcommons.tenancy.contract.Token;

/** Nobody's answers are in a file any more from the moment in which they withdraw. */
@QuarkusTest
class RecallTest {

    @Inject
    Exporting exporting;

    @Inject
    Halfway halfway;

    @Test
    void a_finished_file_is_gone_with_the_withdrawal_and_a_new_one_has_the_others() {
        World.Asked asked = exporting.asked(3);
        List<String> receipts = answered(asked, true);
        exporting.over(asked);
        String before = Exporting.ready(asked, "csv", "consented");
        assertThat(Exporting.lines(Exporting.text(before, "data"))).hasSize(3);

        withdraw(receipts.get(1));

        assertThat(Exporting.state(before)).isEqualTo("recalled");
        assertThat(Exporting.parts(before)).isZero();
        Exporting.evaluator()
                .get(before + "/files/data")
                .then()
                .statusCode(410)
                .body("type", equalTo("urn:mentoring-commons:problem:export-gone"));
        String after = Exporting.ready(asked, "csv", "consented");
        assertThat(Exporting.lines(Exporting.text(after, "data")))
                .extracting(line -> line.get("response"))
                .containsExactlyElementsOf(Coders.responses(asked))
                .hasSize(2);
    }

    @Test
    void a_file_that_never_had_the_answer_stays() {
        World.Asked asked = exporting.asked(2);
        answered(asked, true);
        World.Asked another = exporting.asked(1);
        List<String> receipts = answered(another, false);
        exporting.over(asked);
        exporting.over(another);
        String ofOthers = Exporting.ready(asked, "csv", "evaluated");
        String evaluated = Exporting.ready(another, "csv", "evaluated");
        String consented = Exporting.ready(another, "csv", "consented");

        withdraw(receipts.get(0));

        assertThat(Exporting.state(ofOthers)).isEqualTo("ready");
        assertThat(Exporting.state(evaluated)).isEqualTo("recalled");
        assertThat(Exporting.state(consented)).isEqualTo("ready");
    }

    @Test
    void what_is_kept_by_the_protocols_policy_stays_in_files() {
        World.Asked asked = exporting.asked(1, "retain");
        List<String> receipts = answered(asked, true);
        exporting.over(asked);
        String address = Exporting.ready(asked, "csv", "consented");

        withdraw(receipts.get(0));

        assertThat(Exporting.state(address)).isEqualTo("ready");
    }

    @Test
    void a_withdrawal_while_a_file_is_written_makes_it_begin_again_without_the_answer() {
        for (String policy : List.of("exclude", "destroy")) {
            World.Asked asked = exporting.asked(3, policy);
            List<String> receipts = answered(asked, true);
            exporting.over(asked);
            String address = halfway.ordered(asked);

            halfway.writeWhile(address, () -> withdraw(receipts.get(0)));

            assertThat(Exporting.state(address)).isEqualTo("waiting");
            exporting.round();
            assertThat(Exporting.state(address)).isEqualTo("ready");
            assertThat(Exporting.lines(Exporting.text(address, "data")))
                    .extracting(line -> line.get("response"))
                    .containsExactlyElementsOf(Coders.responses(asked))
                    .hasSize(2);
        }
    }

    @Test
    void a_withdrawal_that_began_before_a_file_and_ends_while_it_is_begun_is_waited_for() {
        World.Asked asked = exporting.asked(2);
        answered(asked, true);
        exporting.over(asked);
        String address = halfway.ordered(asked);
        String leaving = Coders.responses(asked).get(0);

        halfway.writeDuring(Coders.protocol(asked), leaving, exporting::round);

        assertThat(Exporting.state(address)).isEqualTo("ready");
        assertThat(Exporting.lines(Exporting.text(address, "data")))
                .extracting(line -> line.get("response"))
                .hasSize(1)
                .doesNotContain(leaving);
    }

    @Test
    void a_file_that_is_being_fetched_ends_where_it_was_when_the_answer_was_withdrawn() throws IOException {
        World.Asked asked = exporting.asked(1);
        List<String> receipts = answered(asked, true);
        exporting.over(asked);
        Attempt attempt = halfway.begun(halfway.ordered(asked));
        halfway.finishes(attempt);
        assertThat(halfway.fetchWhile(attempt, () -> {})).hasSize(2);

        byte[] arrived = halfway.fetchWhile(attempt, () -> withdraw(receipts.get(0)));

        assertThat(arrived).hasSize(1);
    }

    private static List<String> answered(World.Asked asked, boolean research) {
        List<String> receipts = new ArrayList<>();
        for (String token : asked.tokens()) {
            String receipt = Questions.receipt();
            Api.answer(token, receipt, research, Questions.goodAnswers()).then().statusCode(201);
            receipts.add(receipt);
        }
        return receipts;
    }

    private static void withdraw(String receipt) {
        Api.anybody()
                .post("/withdrawals", Map.of("institution", World.alias(Token.LAKESIDE), "receipt", receipt))
                .then()
                .statusCode(201);
    }
}
