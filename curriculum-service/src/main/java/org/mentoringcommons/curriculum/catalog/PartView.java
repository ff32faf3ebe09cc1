package org.mentoringcommons.curriculum.catalog;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.mentoringcommons.curriculum.content.Edition;
import org.mentoringcommons.curriculum.content.Markdown;
import org.mentoringcommons.curriculum.content.Part;
import org.mentoringcommons.curriculum.content.PartKind;
import org.mentoringcommons.curriculum.content.Readers;

/**
 * A part as others read it: what every kind has, and what is the kind's own; the rest is left out.
 *
 * @param html the Markdown as safe HTML
 * @param facilitation Markdown for facilitators, in their edition
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Part")
public record PartView(
        PartKind kind,
        String key,
        String title,
        @JsonProperty("for") Readers readers,
        Integer minutes,
        String markdown,
        String html,
        String facilitation,
        String facilitationHtml,
        List<String> objectives,
        List<String> materials,
        List<String> questions,
        List<String> items,
        List<String> prompts,
        String citation,
        String url,
        @Schema(description = "Key of a worksheet of the same version") String worksheet) {

    private static final int UNDER_NOTHING = 2;

    static PartView of(Part part, Edition edition) {
        Part.Head head = part.head();
        boolean facilitated =
                edition == Edition.FACILITATORS && !head.facilitation().isEmpty();
        return new PartView(
                part.kind(),
                head.key(),
                head.title(),
                head.readers(),
                head.minutes(),
                head.body(),
                Markdown.html(head.body(), UNDER_NOTHING),
                facilitated ? head.facilitation() : null,
                facilitated ? Markdown.html(head.facilitation(), UNDER_NOTHING) : null,
                part instanceof Part.Objectives one ? one.objectives() : null,
                part instanceof Part.Activity one ? one.materials() : null,
                part instanceof Part.CaseStudy one ? one.questions() : null,
                part instanceof Part.Checklist one ? one.items() : null,
                part instanceof Part.PromptBoard one ? one.prompts() : null,
                part instanceof Part.Reading one ? one.citation() : null,
                part instanceof Part.Reading one ? one.url() : part instanceof Part.Tool tool ? tool.url() : null,
                part instanceof Part.WorksheetReference one ? one.worksheet() : null);
    }
}
