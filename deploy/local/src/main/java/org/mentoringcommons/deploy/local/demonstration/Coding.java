package org.mentoringcommons.deploy.local.demonstration;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mentoringcommons.deploy.local.LaunchFailure;
import org.mentoringcommons.deploy.local.Service;

/** Two people code every free text of a site, each on their own; in the demonstration they agree. */
final class Coding {

    private static final String API = "/survey/v1";

    private final Callers callers;
    private final Map<Codebook, Map<String, List<String>>> codesOfText = new HashMap<>();

    Coding(Callers callers, Evaluation evaluation) {
        this.callers = callers;
        evaluation.codes().forEach((codebook, codes) -> {
            Map<String, List<String>> known = new HashMap<>();
            codes.values().forEach(ofPerson -> known.put(codebook.invent(ofPerson), ofPerson));
            codesOfText.put(codebook, known);
        });
    }

    int code(Site site) {
        int coded = 0;
        for (Codebook codebook : Codebook.values()) {
            coded += code(site, Founding.FIRST_CODER, codebook);
            code(site, Founding.SECOND_CODER, codebook);
        }
        return coded;
    }

    private int code(Site site, String coder, Codebook codebook) {
        Api evaluator = callers.person(Service.SURVEY, coder, Optional.of(site.alias()));
        JsonNode texts = evaluator.get(API + "/texts?item=" + codebook.item() + "&state=uncoded&limit=500");
        for (JsonNode text : texts) {
            List<String> codes = codesOfText.get(codebook).get(text.get("text").asText());
            if (codes == null) {
                throw new LaunchFailure("A text of " + site.name() + " is none that was given.");
            }
            evaluator.put(
                    API + "/texts/" + text.get("response").asText() + "/" + codebook.item() + "/codes",
                    Map.of("codebook", Map.of("key", codebook.key(), "version", "1"), "codes", codes));
        }
        return texts.size();
    }
}
