package org.mentoringcommons.survey.export;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import io.restassured.response.Response;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.mentoringcommons.survey.Api;
import org.mentoringcommons.survey.Coders;
import org.mentoringcommons.survey.Database;
import org.mentoringcommons.survey.Questions;
import org.mentoringcommons.survey.TestClock;
import org.mentoringcommons.survey.World;
import org.mentoringcommons.survey.closing.Closings;
import org.mentoringcommons.tenancy.contract.Token;

/** What an evaluator of Lakeside does about exports, and what instances do in the background. */
@ApplicationScoped
public class Exporting {

    private final World world;
    private final Closings closings;
    private final TestClock clock;
    private final ExportWorker worker;

    Exporting(World world, Closings closings, TestClock clock, ExportWorker worker) {
        this.world = world;
        this.closings = closings;
        this.clock = clock;
        this.worker = worker;
    }

    /** A wave of Lakeside with nobody's answers. */
    World.Asked asked(int people) {
        return world.asked(Token.LAKESIDE, people);
    }

    World.Asked asked(int people, String policy) {
        return world.asked(Token.LAKESIDE, people, policy);
    }

    /** A wave that asks every kind of item. */
    World.Asked askedEverything(String instrument, int people) {
        return world.asked(
                Token.LAKESIDE, people, () -> Questions.protocolOf(Token.LAKESIDE, "exclude", instrument, List.of()));
    }

    /** A wave that so many have answered well. */
    World.Asked answered(int people) {
        World.Asked asked = asked(people);
        asked.tokens().forEach(token -> Api.answer(token, Questions.receipt(), Questions.goodAnswers())
                .then()
                .statusCode(201));
        return asked;
    }

    /** One to every kind of item. */
    static Map<String, Object> everyAnswer() {
        return Map.of(
                "style",
                2,
                "hours",
                2.5,
                "since",
                "2024-02-29",
                "time",
                Map.of("Research & more", 60, "Care", 40),
                "needs",
                List.of("Trust", "Advice"),
                "gender",
                Map.of("chosen", List.of("Women", "Other"), "other", "a word"),
                "plan",
                "Yes",
                "why",
                "Because.");
    }

    void over(World.Asked wave) {
        clock.set(Instant.now().plus(Duration.ofDays(60)));
        closings.roundFor(wave.wave());
        clock.reset();
    }

    /** Everything that is due is written and thrown away. */
    void round() {
        World.elsewhere(worker::round);
    }

    static Map<String, Object> wanted(String format, String population) {
        return new HashMap<>(Map.of("format", format, "population", population, "purpose", "Tests of this report"));
    }

    static String path(World.Asked asked) {
        return "/protocols/" + Coders.protocol(asked) + "/exports";
    }

    static Api evaluator() {
        return Api.evaluator(Token.LAKESIDE, Questions.FIRST_CODER);
    }

    static Response order(World.Asked asked, Map<String, Object> wanted) {
        return evaluator().post(path(asked), wanted);
    }

    /** Where an export stands that is written already. */
    static String ready(World.Asked asked, String format, String population) {
        Response made = order(asked, wanted(format, population));
        made.then().statusCode(201);
        assertThat(made.<String>path("state")).isEqualTo("ready");
        return address(made);
    }

    static String address(Response made) {
        return made.header("Location").replaceFirst(".*/survey/v1", "");
    }

    static byte[] file(String address, String sheet) {
        return evaluator()
                .get(address + "/files/" + sheet)
                .then()
                .statusCode(200)
                .extract()
                .asByteArray();
    }

    static String text(String address, String sheet) {
        return new String(file(address, sheet), java.nio.charset.StandardCharsets.UTF_8);
    }

    /** Lines by the names of columns, read by a parser that is not the one that wrote them. */
    static List<Map<String, String>> lines(String csv) {
        CsvMapper mapper = new CsvMapper();
        try (MappingIterator<Map<String, String>> lines = mapper.readerForMapOf(String.class)
                .with(CsvSchema.emptySchema().withHeader())
                .readValues(csv)) {
            return lines.readAll();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    static String state(String address) {
        return evaluator().get(address).then().statusCode(200).extract().path("state");
    }

    /** How many parts of its files there are. */
    static long parts(String address) {
        return Database.count("export_part where export = ?::uuid", address.substring(address.lastIndexOf('/') + 1));
    }
}
