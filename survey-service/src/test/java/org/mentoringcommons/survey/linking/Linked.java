package org.mentoringcommons.survey.linking;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.response.Response;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.mentoringcommons.survey.Api;
import org.mentoringcommons.survey.Questions;
import org.mentoringcommons.survey.TestClock;
import org.mentoringcommons.survey.World;
import org.mentoringcommons.survey.closing.Closings;
import org.mentoringcommons.tenancy.contract.Token;

/** Two waves under two protocols of Lakeside, of mentees and of their mentors. */
@ApplicationScoped
public class Linked {

    private final World world;
    private final Closings closings;
    private final TestClock clock;

    Linked(World world, Closings closings, TestClock clock) {
        this.world = world;
        this.closings = closings;
        this.clock = clock;
    }

    World.Asked asked(int people, String policy) {
        return world.asked(Token.LAKESIDE, people, policy);
    }

    static Response declare(World.Asked mentees, World.Asked mentors, List<Map<String, String>> pairs) {
        return Api.portal(Token.LAKESIDE)
                .post(path(mentees), Map.of("mentorsProtocol", protocol(mentors), "pairs", pairs));
    }

    /** The first with the first, and so on. */
    static List<Map<String, String>> pairs(World.Asked mentees, World.Asked mentors, int number) {
        List<String> people = people(mentees);
        List<String> guides = people(mentors);
        List<Map<String, String>> pairs = new ArrayList<>();
        for (int pair = 0; pair < number; pair++) {
            pairs.add(Map.of("mentee", people.get(pair), "mentor", guides.get(pair)));
        }
        return pairs;
    }

    /** The first so many mentees with the first mentor, the next with the second, and so on. */
    static List<Map<String, String>> several(World.Asked mentees, World.Asked mentors, int each, int number) {
        List<String> people = people(mentees);
        List<String> guides = people(mentors);
        List<Map<String, String>> pairs = new ArrayList<>();
        for (int pair = 0; pair < number * each; pair++) {
            pairs.add(Map.of("mentee", people.get(pair), "mentor", guides.get(pair / each)));
        }
        return pairs;
    }

    /** Everybody answers with a rating of their own, by place; one receipt each. */
    static List<String> answered(World.Asked asked) {
        List<String> receipts = new ArrayList<>();
        for (int place = 0; place < asked.tokens().size(); place++) {
            receipts.add(answer(asked, place, true));
        }
        return receipts;
    }

    static String answer(World.Asked asked, int place, boolean research) {
        String receipt = Questions.receipt();
        Map<String, Object> answers = Questions.goodAnswers();
        answers.put("valuable", place % 5 + 1);
        Api.answer(asked.tokens().get(place), receipt, research, answers).then().statusCode(201);
        return receipt;
    }

    void over(World.Asked... waves) {
        clock.set(Instant.now().plus(Duration.ofDays(60)));
        for (World.Asked wave : waves) {
            closings.roundFor(wave.wave());
        }
        clock.reset();
    }

    static List<Map<String, Object>> read(World.Asked asked) {
        List<Map<String, Object>> all = Api.evaluator(Token.LAKESIDE, Questions.FIRST_CODER)
                .get("/protocols/" + protocol(asked) + "/linked-answers?limit=500")
                .then()
                .statusCode(200)
                .extract()
                .path("$");
        assertThat(all).extracting(answer -> answer.get("response")).doesNotHaveDuplicates();
        return all;
    }

    static List<String> people(World.Asked asked) {
        return Api.portal(Token.LAKESIDE)
                .get("/waves/" + asked.wave() + "/invitations?limit=500")
                .path("participant");
    }

    static String protocol(World.Asked asked) {
        return Api.portal(Token.LAKESIDE).get("/waves/" + asked.wave()).path("protocol");
    }

    static String path(World.Asked mentees) {
        return "/protocols/" + protocol(mentees) + "/pairs";
    }
}
