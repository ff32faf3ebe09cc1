package org.mentoringcommons.analytics.extract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mentoringcommons.analytics.Declared.STUDIES;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.StringReader;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mentoringcommons.analytics.Declared;
import org.mentoringcommons.analytics.Facts;
import org.mentoringcommons.analytics.Feed;
import org.mentoringcommons.tenancy.Roles;
import org.mentoringcommons.tenancy.Tenant;
import org.mentoringcommons.tenancy.contract.Token;

/** After any sequence of submissions, corrections and withdrawals, report, row file and progress count the same people. */
@QuarkusTest
class NumbersAgreeTest {

    private static final String READER = "reader of agreeing numbers";

    /** What a person last said: consent to research, and answers before and now; null: withdrawn. */
    private record Said(boolean research, Integer then, Integer now) {}

    @Inject
    Feed feed;

    @Inject
    ExtractWorker worker;

    @ParameterizedTest
    @ValueSource(longs = {11, 12})
    void whatever_happened(long seed) throws IOException {
        Random random = new Random(seed);
        String name = "agree-" + seed;
        List<Tenant> sites = List.of(Facts.institution(name + " a"), Facts.institution(name + " b"));
        Declared.declare(Declared.study(name, name, "agree", "one", READER)).statusCode(201);
        for (Tenant site : sites) {
            String shop = shop(name, site);
            feed.state("workshops", site, Facts.id(shop), Facts.workshop(shop, name, 240));
            feed.state("waves", site, Facts.id(shop + "w"), Facts.wave(shop + "w", shop, instrument()));
            Declared.join(name, site, 1).statusCode(201);
        }
        Map<String, Said> truth = new HashMap<>();
        for (int round = 0; round < 4; round++) {
            for (int step = 0; step < 60; step++) {
                step(random, name, sites.get(random.nextInt(2)), truth);
            }
            assertThat(numbers(name, sites)).isEqualTo(expected(truth));
        }
    }

    /** People, scores and sums of gains: everybody for progress, the consented for report and rows. */
    private record Numbers(long responded, long consented, long rows, long scored, long rowGain, double reportGain) {}

    private Numbers numbers(String name, List<Tenant> sites) throws IOException {
        JsonNode report = json(Declared.as(Token.of(READER).sign()), STUDIES + "/" + name + "/report");
        String address = Declared.as(Token.of(READER).sign())
                .body(Map.of("format", "csv", "purpose", "to count"))
                .post(STUDIES + "/" + name + "/extracts")
                .header("Location");
        worker.round();
        String csv =
                Declared.as(Token.of(READER).sign()).get(address + "/content").asString();
        List<CSVRecord> rows = CSVFormat.RFC4180
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get()
                .parse(new StringReader(csv))
                .getRecords();
        long responded = 0;
        long scored = 0;
        for (Tenant site : sites) {
            JsonNode seen = json(Declared.as(Token.member(site, Roles.EVALUATOR)), "/analytics/v1/progress/institution")
                    .at("/instruments/0");
            responded += seen.get("responded").asLong();
            scored += seen.at("/scales/0/figures/1/value").asLong();
        }
        assertThat(measure(report, "workshops", "responded", "count")).isEqualTo(responded);
        return new Numbers(
                responded,
                (long) measure(report, "workshops", "consented", "count"),
                rows.size(),
                scored,
                rows.stream()
                        .filter(row -> !row.get("a_now").isEmpty())
                        .mapToLong(row -> Long.parseLong(row.get("a_now")) - Long.parseLong(row.get("a_then")))
                        .sum(),
                Math.round(measure(report, "gains", "one", "gain") * measure(report, "gains", "one", "n")));
    }

    private static Numbers expected(Map<String, Said> truth) {
        List<Said> consented = truth.values().stream().filter(Said::research).toList();
        long gain = consented.stream()
                .filter(said -> said.now() != null)
                .mapToLong(said -> said.now() - said.then())
                .sum();
        return new Numbers(
                truth.size(),
                consented.size(),
                consented.size(),
                truth.values().stream().filter(said -> said.now() != null).count(),
                gain,
                gain);
    }

    private void step(Random random, String name, Tenant site, Map<String, Said> truth) {
        String person = name + site + random.nextInt(25);
        if (random.nextInt(4) == 0) {
            feed.erased("responses", site, Facts.id(person));
            truth.remove(person);
            return;
        }
        boolean answered = random.nextInt(6) > 0;
        Said said = new Said(
                random.nextInt(3) > 0,
                answered ? 1 + random.nextInt(7) : null,
                answered ? 1 + random.nextInt(7) : null);
        truth.put(person, said);
        feed.state(
                "responses",
                site,
                Facts.id(person),
                Facts.response(
                        person,
                        shop(name, site) + "w",
                        said.research(),
                        answered ? Map.of("a", Facts.pair(said.then(), said.now())) : Map.of()));
    }

    private static String shop(String name, Tenant site) {
        return name + " shop " + site;
    }

    private static Map<String, Object> instrument() {
        return Facts.instrument("agree", "1", List.of(Facts.thenNow("a")), List.of(Facts.scale("one", "a")));
    }

    private static double measure(JsonNode report, String section, String row, String measure) {
        for (JsonNode table : report.get("sections")) {
            for (JsonNode line : table.get("rows")) {
                for (JsonNode figure : line.get("measures")) {
                    if (table.get("section").asText().equals(section)
                            && line.get("row").asText().equals(row)
                            && figure.get("measure").asText().equals(measure)) {
                        return figure.get("value").asDouble();
                    }
                }
            }
        }
        throw new AssertionError(section + "/" + row + "/" + measure);
    }

    private static JsonNode json(io.restassured.specification.RequestSpecification as, String path) throws IOException {
        return new ObjectMapper()
                .readTree(as.accept("application/json")
                        .get(path)
                        .then()
                        .statusCode(200)
                        .extract()
                        .asString());
    }
}
