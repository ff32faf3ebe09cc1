package org.mentoringcommons.survey.withdrawal;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
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
            List<Held> releases,
            String known,
            URI pdf) {

        /** One effect in words. */
        record Line(String thing, String outcome, String on) {}

        /** One release in words. */
        record Held(String name, String holding, String address) {}

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
                    proof.releases().stream().map(release -> held(release, w)).toList(),
                    w.say("proof.releases." + word(proof.releasesKnown())
                            + (proof.releasesKnown() == Known.Extent.ALL
                                    ? proof.releases().isEmpty() ? ".none" : ".some"
                                    : "")),
                    pdf);
        }

        private static Held held(HoldingRelease release, Wording w) {
            return new Held(
                    w.sayWith("proof.release", Integer.toString(release.number()), release.title()),
                    w.say("proof.release." + word(release.holding())),
                    release.address());
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
        return proof.institution()
                + proof.title()
                + proof.board()
                + proof.number()
                + proof.releases().stream()
                        .map(release -> release.title() + release.address())
                        .collect(Collectors.joining());
    }
}
