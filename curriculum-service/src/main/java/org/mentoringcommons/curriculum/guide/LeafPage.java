package org.mentoringcommons.curriculum.guide;

import org.mentoringcommons.curriculum.content.CurriculumPackage;
import org.mentoringcommons.curriculum.content.Edition;
import org.mentoringcommons.curriculum.content.Manifest;
import org.mentoringcommons.curriculum.content.WorksheetFile;

/** One module, or one worksheet, as a page of its own for participants, beside others in the folder {@code web}. */
public final class LeafPage {

    private LeafPage() {}

    public static String fileOfModule(String key) {
        return "web/module-" + key + ".html";
    }

    public static String fileOfWorksheet(String key) {
        return "web/worksheet-" + key + ".html";
    }

    public static String module(CurriculumPackage whole, Manifest.Module module) {
        Html out = begin(whole, module.title());
        out.raw("<main>\n").element("h1", module.title());
        out.element("p class=\"minutes\"", module.minutes() + " minutes");
        PartPrint print =
                new PartPrint(out, Edition.PARTICIPANTS, whole, worksheet -> "worksheet-" + worksheet + ".html");
        whole.parts(module.key()).stream()
                .map(CurriculumPackage.PartText::part)
                .filter(part -> Edition.PARTICIPANTS.shows(part.head().readers()))
                .forEach(print::write);
        return end(out.raw("</main>\n"), whole);
    }

    public static String worksheet(CurriculumPackage whole, WorksheetFile sheet) {
        Html out = begin(whole, sheet.title());
        out.raw("<main>\n");
        SheetPrint.write(out, sheet);
        return end(out.raw("</main>\n"), whole);
    }

    private static Html begin(CurriculumPackage whole, String title) {
        Html out = new Html();
        out.raw("<!doctype html>\n<html lang=\"")
                .text(whole.manifest().languages().get(0))
                .raw("\">\n<head>\n");
        out.raw("<meta charset=\"utf-8\">\n").element("title", title);
        out.raw("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<style>\n");
        return out.raw(GuidePage.STYLE).raw("</style>\n</head>\n<body>\n");
    }

    private static String end(Html out, CurriculumPackage whole) {
        Manifest manifest = whole.manifest();
        out.raw("<footer>\n")
                .element(
                        "p",
                        manifest.curriculum().title() + ", version " + manifest.version() + ". Licence: "
                                + manifest.licence() + ".");
        if (manifest.attribution() != null) {
            out.element("p", manifest.attribution());
        }
        return out.raw("</footer>\n</body>\n</html>\n").toString();
    }
}
