package org.mentoringcommons.curriculum.guide;

import java.util.Locale;
import java.util.function.UnaryOperator;
import org.mentoringcommons.curriculum.content.CurriculumPackage;
import org.mentoringcommons.curriculum.content.Edition;
import org.mentoringcommons.curriculum.content.Markdown;
import org.mentoringcommons.curriculum.content.Part;
import org.mentoringcommons.curriculum.content.PartKind;
import org.mentoringcommons.curriculum.content.Readers;

/** A part as a guide prints it. */
final class PartPrint {

    private static final int UNDER_PART = 3;

    private final Html out;
    private final Edition edition;
    private final CurriculumPackage whole;
    private final UnaryOperator<String> address;

    /**
     * @param address where a worksheet is found, by its key
     */
    PartPrint(Html out, Edition edition, CurriculumPackage whole, UnaryOperator<String> address) {
        this.address = address;
        this.out = out;
        this.edition = edition;
        this.whole = whole;
    }

    static String word(PartKind kind) {
        return switch (kind) {
            case PASSAGE -> "Text";
            case OBJECTIVES -> "Objectives";
            case ACTIVITY -> "Activity";
            case CASE_STUDY -> "Case study";
            case CHECKLIST -> "Strategies";
            case READING -> "Reading";
            case TOOL -> "Tool";
            case PROMPT_BOARD -> "Group board";
            case WORKSHEET -> "Worksheet";
        };
    }

    void write(Part part) {
        Part.Head head = part.head();
        boolean facilitators = head.readers() == Readers.FACILITATORS;
        out.raw("<section class=\"part " + part.kind().name().toLowerCase(Locale.ROOT) + (facilitators ? " note" : "")
                + "\">\n");
        out.element(
                "p class=\"kind\"", word(part.kind()) + minutes(head) + (facilitators ? " · for facilitators" : ""));
        out.element("h3", head.title());
        body(part);
        if (edition == Edition.FACILITATORS && !head.facilitation().isEmpty()) {
            out.raw("<aside class=\"note\">\n<p class=\"kind\">For facilitators</p>\n");
            out.raw(Markdown.html(head.facilitation(), UNDER_PART)).raw("\n</aside>\n");
        }
        out.raw("</section>\n");
    }

    private void body(Part part) {
        if (part instanceof Part.Activity activity && !activity.materials().isEmpty()) {
            out.element("p class=\"materials\"", "At hand: " + String.join("; ", activity.materials()));
        }
        String html = Markdown.html(part.head().body(), UNDER_PART);
        if (!html.isEmpty()) {
            out.raw("<div class=\"prose\">\n").raw(html).raw("\n</div>\n");
        }
        if (part instanceof Part.Objectives one) {
            out.list("ul", one.objectives());
        } else if (part instanceof Part.CaseStudy one) {
            out.raw("<p class=\"ask\">Questions</p>\n").list("ol", one.questions());
        } else if (part instanceof Part.Checklist one) {
            out.list("ul class=\"boxes\"", one.items());
        } else if (part instanceof Part.PromptBoard one) {
            out.list("ul class=\"prompts\"", one.prompts());
        } else if (part instanceof Part.Reading one) {
            out.element("p class=\"citation\"", one.citation());
            address(one.url());
        } else if (part instanceof Part.Tool one) {
            address(one.url());
        } else if (part instanceof Part.WorksheetReference one) {
            reference(one.worksheet());
        }
    }

    private void address(String url) {
        if (url != null) {
            out.raw("<p><a rel=\"noopener noreferrer\" href=\"")
                    .text(url)
                    .raw("\">")
                    .text(url)
                    .raw("</a></p>\n");
        }
    }

    private void reference(String worksheet) {
        whole.worksheets().stream()
                .filter(sheet -> sheet.key().equals(worksheet))
                .forEach(sheet -> out.raw("<p>Worksheet: <a href=\"")
                        .text(address.apply(sheet.key()))
                        .raw("\">")
                        .text(sheet.title())
                        .raw("</a></p>\n"));
    }

    private static String minutes(Part.Head head) {
        return head.minutes() == null ? "" : " · " + head.minutes() + " min";
    }
}
