package org.mentoringcommons.curriculum.guide;

import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.mentoringcommons.curriculum.content.CurriculumPackage;
import org.mentoringcommons.curriculum.content.Edition;
import org.mentoringcommons.curriculum.content.Manifest;
import org.mentoringcommons.curriculum.content.Part;

/** A whole version as one page: to be read on a screen, or printed with each module on a new sheet. */
public final class GuidePage {

    /** Rises when the page looks different, so that nobody keeps the old one. */
    private static final int LOOK = 2;

    /** How all pages look. */
    public static final String STYLE = resource("guide.css");
    /** Nothing is loaded or run. */
    private static final String CONTENT_POLICY =
            "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    private final CurriculumPackage whole;
    private final Manifest manifest;
    private final Edition edition;
    private final Html out = new Html();

    private GuidePage(CurriculumPackage whole, Edition edition) {
        this.whole = whole;
        this.manifest = whole.manifest();
        this.edition = edition;
    }

    /** What names the page of this content. */
    public static String tag(String digest, Edition edition) {
        return digest + "-guide" + LOOK + "-" + edition;
    }

    public static Response.ResponseBuilder answer(CurriculumPackage whole, Edition edition) {
        return answer(of(whole, edition));
    }

    /** A page that loads and runs nothing. */
    public static Response.ResponseBuilder answer(String page) {
        return answer(page.getBytes(StandardCharsets.UTF_8));
    }

    /** The same, written already. */
    public static Response.ResponseBuilder answer(byte[] page) {
        return Response.ok(page)
                .type(MediaType.TEXT_HTML_TYPE.withCharset("UTF-8"))
                .header("Content-Security-Policy", CONTENT_POLICY)
                .header("X-Content-Type-Options", "nosniff")
                .header("Referrer-Policy", "no-referrer");
    }

    public static String of(CurriculumPackage whole, Edition edition) {
        return new GuidePage(whole, edition).write();
    }

    private String write() {
        out.raw("<!doctype html>\n<html lang=\"")
                .text(manifest.languages().get(0))
                .raw("\">\n<head>\n");
        out.raw("<meta charset=\"utf-8\">\n").element("title", title() + " – " + kicker());
        out.raw("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n");
        out.raw("<meta name=\"color-scheme\" content=\"light dark\">\n<style>\n")
                .raw(STYLE)
                .raw("</style>\n</head>\n");
        out.raw("<body>\n<a class=\"skip\" href=\"#modules\">To the modules</a>\n");
        cover();
        contents();
        out.raw("<main id=\"modules\">\n");
        List<Manifest.Module> modules = manifest.modules();
        for (int at = 0; at < modules.size(); at++) {
            module(modules.get(at), at + 1);
        }
        worksheets();
        out.raw("</main>\n");
        colophon();
        return out.raw("</body>\n</html>\n").toString();
    }

    private String title() {
        return manifest.curriculum().title();
    }

    private String kicker() {
        return edition == Edition.FACILITATORS ? "Facilitator guide" : "Participant guide";
    }

    private void cover() {
        out.raw("<header class=\"cover\">\n")
                .element("p class=\"kicker\"", kicker())
                .element("h1", title());
        out.raw("<dl class=\"facts\">\n");
        fact("Version", manifest.version());
        fact(
                "For",
                manifest.curriculum().audience().equals("combined")
                        ? "mentors and mentees together"
                        : manifest.curriculum().audience() + "s");
        fact("Modules", Integer.toString(manifest.modules().size()));
        fact(
                "Time",
                hours(manifest.modules().stream()
                        .mapToInt(Manifest.Module::minutes)
                        .sum()));
        fact("Licence", manifest.licence());
        out.raw("</dl>\n");
        if (manifest.attribution() != null) {
            out.element("p class=\"attribution\"", manifest.attribution());
        }
        out.raw("</header>\n");
    }

    private void fact(String name, String value) {
        out.raw("<div><dt>").text(name).raw("</dt><dd>").text(value).raw("</dd></div>\n");
    }

    private void contents() {
        out.raw("<nav aria-label=\"Contents\">\n<h2>Contents</h2>\n<ol>\n");
        for (Manifest.Module module : manifest.modules()) {
            out.raw("<li><a href=\"#")
                    .text(module.key())
                    .raw("\">")
                    .text(module.title())
                    .raw("</a> <span>");
            out.text(module.minutes() + " min" + (module.isRequired() ? "" : ", optional"))
                    .raw("</span></li>\n");
        }
        out.raw("</ol>\n");
        if (!whole.worksheets().isEmpty()) {
            out.raw("<h3>Worksheets</h3>\n<ul>\n");
            whole.worksheets().forEach(sheet -> out.raw("<li><a href=\"#sheet-")
                    .text(sheet.key())
                    .raw("\">")
                    .text(sheet.title())
                    .raw("</a></li>\n"));
            out.raw("</ul>\n");
        }
        out.raw("</nav>\n");
    }

    private void module(Manifest.Module module, int number) {
        List<Part> parts = whole.parts(module.key()).stream()
                .map(CurriculumPackage.PartText::part)
                .filter(part -> edition.shows(part.head().readers()))
                .toList();
        out.raw("<section class=\"module\" id=\"").text(module.key()).raw("\">\n<h2><span class=\"number\">");
        out.text(Integer.toString(number)).raw("</span> ").text(module.title()).raw("</h2>\n");
        out.element("p class=\"minutes\"", module.minutes() + " minutes" + whom(module));
        if (edition == Edition.FACILITATORS) {
            plan(parts);
        }
        PartPrint print = new PartPrint(out, edition, whole, worksheet -> "#sheet-" + worksheet);
        parts.forEach(print::write);
        out.raw("</section>\n");
    }

    private static String whom(Manifest.Module module) {
        String optional = module.isRequired() ? "" : ", optional";
        return module.audiences() == null
                ? optional
                : optional + ", for " + String.join(" and ", module.audiences()) + " workshops";
    }

    /** What takes how long, in one glance before the module begins. */
    private void plan(List<Part> parts) {
        List<Part> timed =
                parts.stream().filter(part -> part.head().minutes() != null).toList();
        if (timed.isEmpty()) {
            return;
        }
        out.raw("<table class=\"plan\">\n<caption>Plan</caption>\n<thead><tr><th scope=\"col\">From</th>");
        out.raw("<th scope=\"col\">What</th><th scope=\"col\">Minutes</th></tr></thead>\n<tbody>\n");
        int from = 0;
        for (Part part : timed) {
            out.raw("<tr><td>")
                    .text(from / 60 + ":" + (from % 60 < 10 ? "0" : "") + from % 60)
                    .raw("</td><td>");
            out.text(PartPrint.word(part.kind()) + ": " + part.head().title()).raw("</td><td>");
            out.text(part.head().minutes().toString()).raw("</td></tr>\n");
            from += part.head().minutes();
        }
        out.raw("</tbody>\n</table>\n");
    }

    private void worksheets() {
        whole.worksheets().forEach(sheet -> SheetPrint.write(out, sheet));
    }

    private void colophon() {
        out.raw("<footer>\n").element("h2", "About this guide");
        out.element("p", title() + ", version " + manifest.version() + ". Licence: " + manifest.licence() + ".");
        if (manifest.citation() != null) {
            out.element("p", "Cite as: " + manifest.citation());
        }
        if (manifest.adaptedFrom() != null) {
            out.element(
                    "p",
                    "Adapted from " + manifest.adaptedFrom().curriculum() + ", version "
                            + manifest.adaptedFrom().version() + ".");
        }
        if (manifest.attribution() != null) {
            out.element("p", manifest.attribution());
        }
        out.raw("</footer>\n");
    }

    private static String hours(int minutes) {
        return minutes / 60 + " h" + (minutes % 60 == 0 ? "" : " " + minutes % 60 + " min");
    }

    private static String resource(String name) {
        try (InputStream file = GuidePage.class.getResourceAsStream(name)) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
