package org.mentoringcommons.survey.dataset;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.mentoringcommons.survey.dataset.FhirItem.Coding;
import org.mentoringcommons.survey.dataset.FhirItem.Given;
import org.mentoringcommons.survey.instrument.Item;
import org.mentoringcommons.survey.instrument.Keys;
import org.mentoringcommons.survey.instrument.Text;

/**
 * QuestionnaireResponses of FHIR R4, one a line, beside the Questionnaires they refer to by their versioned canonical
 * address. None has a subject, an author or a time; population, wave and workshop are tags.
 */
public final class FhirFile implements DatasetFile {

    private static final ObjectWriter JSON = JsonMapper.builder()
            .disable(com.fasterxml.jackson.core.JsonGenerator.Feature.AUTO_CLOSE_TARGET)
            .build()
            .writer();

    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    private record Questionnaire(
            String resourceType,
            String id,
            String url,
            String version,
            String title,
            String status,
            List<FhirItem> item) {}

    private record Meta(List<Coding> tag) {}

    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    private record QuestionnaireResponse(
            String resourceType, String id, Meta meta, String questionnaire, String status, List<Given> item) {}

    private record Asking(String canonical, List<FhirQuestion> questions) {}

    private final String base;
    private final Dataset dataset;
    private final Map<Form, Asking> askings = new HashMap<>();
    private final OutputStream out;

    /** @param base of canonical addresses, with neither slash nor bar at its end */
    public FhirFile(Dataset dataset, String base, Sheets sheets) throws IOException {
        this.base = base;
        this.dataset = dataset;
        try (OutputStream questionnaires = new BufferedOutputStream(sheets.open(Sheet.QUESTIONNAIRE))) {
            for (Form form : dataset.forms()) {
                line(questionnaires, questionnaire(form));
            }
        }
        out = new BufferedOutputStream(sheets.open(Sheet.DATA));
    }

    private Questionnaire questionnaire(Form form) {
        String url = base + "/Questionnaire/" + form.instrument().key();
        String version = version(form);
        String canonical = url + "|" + version;
        FhirCodes codes = new FhirCodes(item -> url + "/" + version(form, item) + "/" + item.key());
        FhirQuestions kinds = new FhirQuestions(codes, dataset.codes());
        FhirConditions conditions = new FhirConditions(form.items(), codes);
        Asking asking = new Asking(
                canonical,
                form.items().stream()
                        .map(item -> conditions.applied(item, item.match(kinds)))
                        .toList());
        askings.put(form, asking);
        return new Questionnaire(
                "Questionnaire",
                UUID.nameUUIDFromBytes(canonical.getBytes(StandardCharsets.UTF_8))
                        .toString(),
                url,
                version,
                form.title(),
                "active",
                asking.questions().stream().map(FhirQuestion::asked).toList());
    }

    /**
     * As long as the instrument is asked as it is, its own. Else what makes it another follows: whose adaptation it is, and
     * which codebooks its codes are of. Between them is what none of them has in it.
     */
    private String version(Form form) {
        List<String> parts = new ArrayList<>(List.of(form.instrument().version()));
        if (form.revision() > 0) {
            parts.addAll(List.of("own", dataset.institution(), String.valueOf(form.revision())));
        }
        form.items().stream()
                .filter(Text.class::isInstance)
                .flatMap(item -> dataset.codebooks(item).stream())
                .forEach(codebook -> parts.addAll(List.of("coded", codebook.key(), codebook.version())));
        return String.join("~", parts);
    }

    /**
     * Which version of an item's codes: that of the instrument; of an item of the institution's own, that of its adaptation; of
     * words, that of the codebooks. So codes that mean something else never have one address.
     */
    private String version(Form form, Item item) {
        List<String> parts = new ArrayList<>(List.of(form.instrument().version()));
        if (item.key().startsWith(Keys.OWN)) {
            parts.addAll(List.of("own", dataset.institution(), String.valueOf(form.revision())));
        }
        if (item instanceof Text) {
            dataset.codebooks(item)
                    .forEach(codebook -> parts.addAll(List.of("coded", codebook.key(), codebook.version())));
        }
        return String.join("~", parts);
    }

    @Override
    public void row(Row row) throws IOException {
        Asking asking = askings.get(row.wave().form());
        line(
                out,
                new QuestionnaireResponse(
                        "QuestionnaireResponse",
                        row.response().toString(),
                        new Meta(tags(row.wave())),
                        asking.canonical(),
                        row.unfinished() ? "stopped" : "completed",
                        asking.questions().stream()
                                .map(question -> question.given().apply(row))
                                .filter(Objects::nonNull)
                                .toList()));
    }

    private List<Coding> tags(SurveyWave wave) {
        List<Coding> tags = new ArrayList<>(List.of(
                tag("population", dataset.population().word()),
                tag("wave", wave.id().toString()),
                tag("occasion", wave.occasion().word()),
                tag("workshop", wave.workshop().toString()),
                tag("curriculum", wave.curriculum())));
        if (wave.day() != null) {
            tags.add(tag("workshop-day", wave.day().toString()));
        }
        return tags;
    }

    private Coding tag(String what, String code) {
        return new Coding(base + "/tag/" + what, code, null);
    }

    private static void line(OutputStream out, Object resource) throws IOException {
        out.write(JSON.writeValueAsBytes(resource));
        out.write('\n');
    }

    @Override
    public void close() throws IOException {
        out.close();
    }
}
