package org.mentoringcommons.deploy.local.demonstration;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.mentoringcommons.deploy.local.LaunchFailure;
import org.mentoringcommons.deploy.local.Service;

/**
 * Two people code every free text of a site, each on their own, after one of them has looked through it; here and there
 * the second finds one code less, and they settle what was published.
 */
final class Coding {

    private static final String API = "/survey/v1";
    private static final int THIRD = 3;

    private final Callers callers;
    private final List<String> coders;
    private final Map<Codebook, Map<String, List<String>>> codesOfText = new HashMap<>();

    /** @param coders their subjects */
    Coding(Callers callers, List<String> coders, Evaluation evaluation) {
        this.callers = callers;
        this.coders = coders;
        evaluation.codes().forEach((codebook, codes) -> {
            Map<String, List<String>> known = new HashMap<>();
            codes.values().forEach(ofPerson -> known.put(codebook.invent(ofPerson), ofPerson));
            codesOfText.put(codebook, known);
        });
    }

    int code(Site site) {
        Api first = evaluator(site, Founding.FIRST_CODER);
        Api second = evaluator(site, Founding.SECOND_CODER);
        String protocol = callers.person(Service.SURVEY, site.admin(), Optional.of(site.alias()))
                .get(API + "/protocols")
                .get(0)
                .get("id")
                .asText();
        int coded = 0;
        for (Codebook codebook : Codebook.values()) {
            first.put(
                    API + "/protocols/" + protocol + "/coding/" + codebook.item(),
                    Map.of("codebook", codebook.reference(), "coders", coders));
            lookThrough(first, codebook);
            coded += code(first, codebook, codes -> codes);
            code(second, codebook, Coding::oneLess);
            settle(first, codebook);
        }
        return coded;
    }

    private Api evaluator(Site site, String coder) {
        return callers.person(Service.SURVEY, coder, Optional.of(site.alias()));
    }

    /** Nobody is named in what was invented. */
    private static void lookThrough(Api evaluator, Codebook codebook) {
        JsonNode waiting;
        while (!(waiting = evaluator.get(API + "/redactions?item=" + codebook.item() + "&limit=50")).isEmpty()) {
            for (JsonNode text : waiting) {
                evaluator.put(
                        API + "/redactions/" + text.get("response").asText() + "/" + codebook.item(),
                        Map.of("revision", text.get("revision").asInt(), "spans", List.of()));
            }
        }
    }

    private int code(Api coder, Codebook codebook, UnaryOperator<List<String>> found) {
        JsonNode texts = texts(coder, codebook, "uncoded");
        for (JsonNode text : texts) {
            coder.put(
                    address(text) + "/codes",
                    Map.of("codebook", codebook.reference(), "codes", found.apply(published(codebook, text))));
        }
        return texts.size();
    }

    /** One code less of every third set of several, the same of each set wherever it comes. */
    private static List<String> oneLess(List<String> codes) {
        boolean less = codes.size() > 1 && Math.floorMod(codes.hashCode(), THIRD) == 0;
        return less ? codes.subList(0, codes.size() - 1) : codes;
    }

    private void settle(Api coder, Codebook codebook) {
        for (JsonNode text : texts(coder, codebook, "disputed")) {
            coder.put(
                    address(text) + "/consensus",
                    Map.of("codes", published(codebook, text), "note", "Both read it again, together."));
        }
    }

    private static JsonNode texts(Api coder, Codebook codebook, String state) {
        return coder.get(API + "/texts?item=" + codebook.item() + "&state=" + state + "&limit=500");
    }

    private static String address(JsonNode text) {
        return API + "/texts/" + text.get("response").asText() + "/"
                + text.get("item").asText();
    }

    private List<String> published(Codebook codebook, JsonNode text) {
        List<String> codes = codesOfText.get(codebook).get(text.get("text").asText());
        if (codes == null) {
            throw new LaunchFailure("A text to be coded is none that was given.");
        }
        return codes;
    }
}
