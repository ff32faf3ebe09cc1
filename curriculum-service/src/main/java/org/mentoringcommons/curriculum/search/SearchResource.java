package org.mentoringcommons.curriculum.search;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.mentoringcommons.curriculum.catalog.Readership;
import org.mentoringcommons.tenancy.Roles;

/** Finds parts by their words. */
@Path("/curriculum/v1/search")
@Produces(MediaType.APPLICATION_JSON)
@Transactional
@RolesAllowed({
    Roles.INSTITUTION_ADMIN,
    Roles.FACILITATOR,
    Roles.EVALUATOR,
    Roles.PARTICIPANT,
    Roles.PORTAL,
    Roles.PLATFORM_OPERATOR,
    Roles.HUB_ADMIN,
    Roles.ANALYST
})
@Tag(name = "Content")
class SearchResource {

    private final Search search;
    private final Readership readership;

    SearchResource(Search search, Readership readership) {
        this.search = search;
        this.readership = readership;
    }

    @GET
    @Operation(
            summary = "Finds parts by their words",
            description =
                    """
                    In the newest published version of each curriculum, and in what is different in the institution's own \
                    versions, in one list, the best first. Facilitators search all texts, and own versions as they stand; \
                    others what is meant for everyone, and own versions as they were published last. `"two words"` side by side, `or`, and `-without` are understood; \
                    in English, other forms of a word count too. A word in a title outweighs any number of it in the text. If \
                    more than 500 parts have the words, those that have all of them in the title are ranked, and 500 of the \
                    others: to rank is to read, and words that frequent tell little.""")
    public List<Hit> find(
            @QueryParam("q") @NotBlank @Size(max = 200) @Pattern(regexp = "\\P{Cntrl}*") String words,
            @QueryParam("audience") @Pattern(regexp = "mentee|mentor|combined") String audience,
            @QueryParam("limit") @DefaultValue("20") @Min(1) @Max(100) int limit) {
        return search.find(
                words, readership.edition(null), audience == null ? null : audience.toUpperCase(Locale.ROOT), limit);
    }
}
