package org.mentoringcommons.analytics.section;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import org.mentoringcommons.analytics.cohort.CodedTexts;
import org.mentoringcommons.analytics.cohort.Judged;
import org.mentoringcommons.analytics.response.Population.Consented;

/** Agreement in the report is what R says of the same two coders. */
class CoderAgreementTest {

    private static final Path FIXTURE =
            Path.of(System.getProperty("fixtures", "src/test/resources/fixtures/statistics"), "08_agreement");
    private static final double R_AGREES_TO = 1e-9;

    @Test
    void kappa_pabak_and_the_share_of_texts_coded_alike_are_those_of_r_code_by_code() throws IOException {
        List<String> codes = new ArrayList<>();
        Section section = section(codes);

        assertThat(codes).hasSize(15);
        for (int index = 0; index < codes.size(); index++) {
            Row row = row(section, "themes / " + codes.get(index));
            assertThat(value(row, "percent_same") / 100)
                    .isCloseTo(expected("percent_agreement_per_code", index), within(R_AGREES_TO));
            if (Math.min(expected("freq_A", index), expected("freq_B", index)) >= 5) {
                assertThat(value(row, "kappa")).isCloseTo(expected("kappa_per_code", index), within(R_AGREES_TO));
                assertThat(value(row, "pabak")).isCloseTo(expected("pabak_per_code", index), within(R_AGREES_TO));
            } else {
                assertThat(row.measure("kappa").orElseThrow().value()).isNull();
                assertThat(row.measure("kappa").orElseThrow().reason()).contains("fewer than 5");
            }
        }
    }

    @Test
    void over_all_decisions_there_is_one_figure_with_its_interval() throws IOException {
        Row all = row(section(new ArrayList<>()), "themes");

        assertThat(all.measure("kappa").orElseThrow().n()).isEqualTo(124 * 15);
        assertThat(value(all, "kappa")).isBetween(0.7, 0.9);
        assertThat(value(all, "krippendorff_alpha")).isCloseTo(value(all, "kappa"), within(0.01));
        assertThat(all.measure("kappa").orElseThrow().lower()).isLessThan(value(all, "kappa"));
        assertThat(value(all, "texts")).isEqualTo(124);
    }

    @Test
    void from_consensus_alone_nothing_is_known() {
        CodedTexts<Consented> texts = new CodedTexts<>(7, Map.of("Other", 7L), new Judged());

        Section section = new CoderAgreementSection(List.of(new CodedSection("themes", texts))).build();

        assertThat(section.rows()).hasSize(1);
        assertThat(section.rows().get(0).measure("kappa").orElseThrow().reason())
                .startsWith("not sent");
    }

    private static Section section(List<String> codes) throws IOException {
        Judged judged = new Judged();
        try (CSVParser file = CSVParser.parse(
                FIXTURE.resolve("codes.csv"),
                StandardCharsets.UTF_8,
                CSVFormat.RFC4180
                        .builder()
                        .setHeader()
                        .setSkipHeaderRecord(true)
                        .get())) {
            file.getHeaderNames().stream()
                    .filter(name -> name.startsWith("A_"))
                    .map(name -> name.substring(2))
                    .forEach(codes::add);
            for (CSVRecord text : file) {
                judged.add(of("A_", codes, text), of("B_", codes, text));
            }
        }
        CodedTexts<Consented> texts = new CodedTexts<>(judged.texts(), new LinkedHashMap<>(), judged);
        return new CoderAgreementSection(List.of(new CodedSection("themes", texts))).build();
    }

    private static List<String> of(String coder, List<String> codes, CSVRecord text) {
        return codes.stream().filter(code -> text.get(coder + code).equals("1")).toList();
    }

    private static double expected(String id, int code) throws IOException {
        for (JsonNode answer :
                new ObjectMapper().readTree(FIXTURE.resolve("expected_r.json").toFile())) {
            if (answer.get("id").asText().equals(id)) {
                return answer.get("value").get(code).asDouble();
            }
        }
        throw new IllegalArgumentException("no answer " + id);
    }

    private static Row row(Section section, String name) {
        return section.rows().stream()
                .filter(row -> row.row().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static double value(Row row, String measure) {
        return row.measure(measure).orElseThrow().value().doubleValue();
    }
}
