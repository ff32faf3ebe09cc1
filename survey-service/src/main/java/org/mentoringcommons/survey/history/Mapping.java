package org.mentoringcommons.survey.history;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.mentoringcommons.survey.instrument.InstrumentReference;
import org.mentoringcommons.survey.protocol.Occasion;

/**
 * What the columns of a file mean. Columns it does not name are not looked at and not kept.
 *
 * @param encoding null is UTF-8, or what a mark at the file's beginning says
 * @param separator one character; null is a comma
 * @param occasion on which people were asked; null is the survey right after the workshop
 * @param instrument with which they were asked; null is the protocol's for the occasion
 * @param record the column of what the file itself calls an answer, unique in it; by it an answer is known again
 * @param numbering a name for whatever numbered the records, if two files of one workshop number from one: their records are
 *     then different ones
 * @param participant the column of who answered, in any words that are always the same for one person: it links that
 *     person's answers, and is kept nowhere
 * @param leaveOut lines that are no answers
 * @param missing what a cell says if nothing was answered, besides being empty
 * @param workshops those that are not on record yet, as they are to be put there
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
@Schema(name = "ImportMapping")
record Mapping(
        @NotNull Layout layout,
        Encoding encoding,
        @Pattern(regexp = "[^\"\r\n]") String separator,
        Occasion occasion,
        @Valid InstrumentReference instrument,
        @NotNull @Valid Where workshop,
        @Size(min = 1, max = 500) String record,
        @Size(min = 1, max = 200) String numbering,
        @Size(min = 1, max = 500) String participant,
        @NotNull @Valid ConsentStated consent,
        @Size(max = 20) List<@NotNull @Valid Cell> leaveOut,
        @Size(max = 50) List<@NotNull @Size(max = 80) String> missing,
        @NotEmpty @Size(max = 500) List<@NotNull @Valid MappedItem> items,
        @Size(max = 2_000) List<@NotNull @Valid DeclaredWorkshop> workshops) {

    private static final String REDCAP_RECORD = "record_id";

    Mapping {
        leaveOut = leaveOut == null ? List.of() : List.copyOf(leaveOut);
        missing = missing == null ? List.of() : List.copyOf(missing);
        workshops = workshops == null ? List.of() : List.copyOf(workshops);
        occasion = occasion == null ? Occasion.WORKSHOP : occasion;
        numbering = withoutBlanks(numbering);
        record = record == null && layout == Layout.REDCAP ? REDCAP_RECORD : record;
    }

    /**
     * After which workshop: what the institution's records call it, or its id.
     *
     * @param column where each line says it
     * @param key of all lines; exactly one of the two is there
     */
    @Schema(name = "ImportWorkshopColumn")
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    record Where(@Size(min = 1, max = 500) String column, @Size(min = 1, max = 200) String key) {

        Where {
            key = withoutBlanks(key);
        }
    }

    /**
     * Whether answers were given for research. What is not stated is not, and nothing need be.
     *
     * @param research of all lines; or
     * @param column where each line says it, as one of
     * @param yes or
     * @param no; empty is not stated
     */
    @Schema(name = "ImportConsent")
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    record ConsentStated(
            Boolean research,
            @Size(min = 1, max = 500) String column,
            @Size(max = 20) Set<@NotBlank @Size(max = 200) String> yes,
            @Size(max = 20) Set<@NotBlank @Size(max = 200) String> no) {

        ConsentStated {
            yes = yes == null ? Set.of() : yes;
            no = no == null ? Set.of() : no;
        }
    }

    /** Lines whose cell in this column is one of these. */
    @Schema(name = "ImportLeftOut")
    record Cell(
            @NotNull @Size(min = 1, max = 500) String column,
            @NotEmpty @Size(max = 50) Set<@NotNull @Size(max = 200) String> values) {}

    /** As the cells that name a workshop are read, and the records that have it. */
    static String withoutBlanks(String words) {
        return words == null ? null : words.trim().strip();
    }

    char divider() {
        return separator == null ? ',' : separator.charAt(0);
    }

    /** All columns it names. */
    Set<String> columns() {
        Set<String> named = new HashSet<>();
        Stream.of(workshop.column(), record, participant, consent.column())
                .filter(column -> column != null)
                .forEach(named::add);
        leaveOut.forEach(cell -> named.add(cell.column()));
        items.forEach(item -> named.addAll(item.all()));
        return named;
    }
}
