package org.mentoringcommons.deploy.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.mentoringcommons.deploy.local.Service;

/** What evaluators take of the demonstration into their own tools, read back by programs that did not write it. */
@ExtendWith(TheStack.class)
class ExportsTest {

    private static final int INSTITUTIONS = 3;

    @TempDir
    Path folder;

    private record Place(String institution, String protocol) {}

    @Test
    void every_export_of_the_demonstration_is_read_back_with_equal_values() throws Exception {
        for (Place place : places()) {
            close(place);
            for (String population : List.of("consented", "evaluated")) {
                Map<String, Map<String, String>> kept = kept(place, population);
                assertThat(kept).isNotEmpty();

                Map<String, byte[]> csv = export(place, "csv", population);
                Exported read = Exported.ofCsv(csv.get("data"), csv.get("codebook"));
                assertThat(said(read)).isEqualTo(kept);
                assertThat(Exported.lines(csv.get("data")))
                        .allSatisfy(line -> assertThat(line).containsEntry("population", population));

                Map<String, byte[]> sav = export(place, "sav", population);
                assertThat(Exported.ofSav(sav.get("data"), sav.get("codebook"))).isEqualTo(read);

                Map<String, byte[]> redcap = export(place, "redcap", population);
                assertThat(Exported.ofRedcap(redcap.get("data"), redcap.get("codebook")))
                        .isEqualTo(read);
                new RedcapDictionary(redcap.get("dictionary")).check(redcap.get("data"));

                Map<String, byte[]> fhir = export(place, "fhir", population);
                FhirRules rules = new FhirRules(fhir.get("questionnaire"));
                rules.check(fhir.get("data"));
                assertThat(Exported.ofFhir(fhir.get("data"), rules.options())).isEqualTo(read);
            }
        }
    }

    @Test
    void pspp_reads_the_system_file_as_the_csv_file() throws Exception {
        Pspp.assumeInstalled();
        Place place = places().get(0);
        close(place);
        Map<String, byte[]> sav = export(place, "sav", "consented");
        Map<String, byte[]> csv = export(place, "csv", "consented");

        byte[] saved = Pspp.csvOf(folder, sav.get("data"));

        Map<String, String> pairs = new HashMap<>();
        List<Map<String, String>> lines = Exported.lines(csv.get("data"));
        assertThat(Exported.lines(saved)).hasSameSizeAs(lines).zipSatisfy(lines, (pspp, line) -> {
            assertThat(pspp.get("response")).isEqualTo(line.get("response"));
            line.keySet().stream()
                    .filter(name -> name.endsWith("_then") || name.endsWith("_now"))
                    .forEach(name -> {
                        assertThat(pspp.get(name).strip()).as(name).isEqualTo(line.get(name));
                        pairs.put(name, line.get(name));
                    });
        });
        assertThat(pairs).as("26 skills and 5 of self-efficacy, then and now").hasSize(62);
    }

    /** Those of the demonstration with the most answers; not where an invitation is kept open for other tests. */
    private static List<Place> places() {
        String token = TheStack.demonstrated().openInvitation().replaceFirst(".*/", "");
        ByteBuffer open = ByteBuffer.wrap(Base64.getUrlDecoder().decode(token));
        UUID tenant = new UUID(open.getLong(), open.getLong());
        return Database.names(
                        Service.SURVEY,
                        """
                        select i.alias || ' ' || p.id from protocol p
                          join institution i on i.id = p.tenant
                          join wave w on w.tenant = p.tenant and w.protocol = p.id
                          join response r on r.tenant = w.tenant and r.wave = w.id
                        where p.number = 'DEMO-' || i.alias and p.tenant <> '%s'
                        group by i.alias, p.id order by count(*) desc, i.alias limit %d"""
                                .formatted(tenant, INSTITUTIONS))
                .stream()
                .map(place -> new Place(place.split(" ")[0], place.split(" ")[1]))
                .toList();
    }

    /** All its waves that were answered, as if their month were over; others go on with what nobody has answered yet. */
    private static void close(Place place) {
        Workshops.closeWaves(
                "protocol = '" + place.protocol() + "' and exists (select from response where response.wave = wave.id)",
                place.institution());
    }

    /** What the database has: what was answered with more than nothing, by answer, item and part. */
    private static Map<String, Map<String, String>> kept(Place place, String population) {
        Map<String, Map<String, String>> kept = new TreeMap<>();
        Database.names(
                        Service.SURVEY,
                        """
                        select jsonb_build_object('id', r.id, 'answers', r.answers,
                          'written', (select coalesce(jsonb_agg(key), '[]') from jsonb_object_keys(r.texts) key),
                          'codes', (select coalesce(jsonb_object_agg(c.item, c.codes), '{}') from text_consensus c
                                    where c.tenant = r.tenant and c.response = r.id))
                        from response r join wave w on w.tenant = r.tenant and w.id = r.wave
                        where w.protocol = '%s' and (r.research or '%s' = 'evaluated')"""
                                .formatted(place.protocol(), population))
                .stream()
                .map(TheStack::json)
                .forEach(row -> {
                    Map<String, String> values = new TreeMap<>();
                    row.get("answers").fields().forEachRemaining(item -> put(values, item.getKey(), item.getValue()));
                    row.get("codes").fields().forEachRemaining(item -> put(values, item.getKey(), item.getValue()));
                    row.get("written").forEach(item -> values.put(item.asText() + "/", "1"));
                    kept.put(row.get("id").asText(), values);
                });
        return kept;
    }

    private static void put(Map<String, String> values, String item, JsonNode answer) {
        if (answer.isArray()) {
            answer.forEach(code -> values.put(item + "/" + code.asText(), "1"));
        } else if (answer.isObject()) {
            answer.fields()
                    .forEachRemaining(part -> values.put(
                            item + "/" + part.getKey(), part.getValue().asText()));
        } else {
            values.put(item + "/", answer.asText());
        }
    }

    /** Without what was not chosen: no answer of the demonstration is 0. */
    private static Map<String, Map<String, String>> said(Exported read) {
        Map<String, Map<String, String>> said = new TreeMap<>();
        read.answers().forEach((response, values) -> {
            Map<String, String> more = new TreeMap<>(values);
            more.values().removeIf("0"::equals);
            said.put(response, more);
        });
        return said;
    }

    private static Map<String, byte[]> export(Place place, String format, String population) {
        return new ExportedFiles(place.institution(), place.protocol()).ordered(format, population);
    }
}
