package org.mentoringcommons.survey.withdrawal;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import org.mentoringcommons.survey.page.HtmlPage;
import org.mentoringcommons.survey.page.PdfDocument;
import org.mentoringcommons.survey.page.Wording;

/** A proof of withdrawal in words, to be read, printed or kept. */
final class ProofDocument {

    private ProofDocument() {}

    @CheckedTemplate(requireTypeSafeExpressions = false)
    static class Templates {
        static native TemplateInstance proof(Shown page);
    }

    /** @param pdf where the PDF is; null in the PDF itself */
    record Shown(
            Wording w,
            ProofView proof,
            String protocol,
            String policy,
            String day,
            List<Line> lines,
            String releases,
            URI pdf) {

        /** One effect in words. */
        record Line(String thing, String outcome, String on) {}

        static Shown of(ProofView proof, Wording w, URI pdf) {
            return new Shown(
                    w,
                    proof,
                    proof.title() + " (" + proof.board() + ", " + proof.number() + ")",
                    w.say("proof.policy." + word(proof.policy())),
                    w.day(proof.day()),
                    proof.effects().stream()
                            .map(effect -> new Line(
                                    w.say("proof.thing." + word(effect.thing())),
                                    w.say("proof.outcome." + word(effect.outcome())),
                                    effect.on() == null ? "–" : w.day(effect.on())))
                            .toList(),
                    proof.releases().isEmpty() ? w.say("proof.releases.none") : String.join(", ", proof.releases()),
                    pdf);
        }

        private static String word(Enum<?> constant) {
            return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    static Response page(ProofView proof, Wording w) {
        URI pdf = PdfDocument.canShow(names(proof)) ? URI.create(proof.address() + "/pdf?lang=" + w.language()) : null;
        return HtmlPage.of(Response.Status.OK, Templates.proof(Shown.of(proof, w, pdf)));
    }

    static Response pdf(ProofView proof, Wording w) {
        PdfDocument.requireShowable(names(proof));
        return PdfDocument.of("withdrawal-" + proof.day(), Templates.proof(Shown.of(proof, w, null)));
    }

    private static String names(ProofView proof) {
        return proof.institution() + proof.title() + proof.board() + proof.number();
    }
}
