package org.mentoringcommons.curriculum.content;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.List;

/**
 * What {@code curriculum.json} says: one version of one curriculum and its modules in the order they are taught.
 *
 * @param adaptedFrom the version it was adapted from, or null
 * @param languages the first is the one its words are searched in
 * @param attribution whose work it builds on, or null
 * @param changes what is new since the version before
 * @param evidence address of a study of it, or null
 * @param worksheets keys of its worksheets, or null
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Manifest(
        String format,
        Work curriculum,
        String version,
        Source adaptedFrom,
        List<String> languages,
        String licence,
        String citation,
        String attribution,
        String changes,
        String evidence,
        List<Module> modules,
        List<String> worksheets) {

    public static final String FORMAT = "mentoring-commons-curriculum/1";
    public static final String FILE = "curriculum.json";

    /** The curriculum as a work, whatever the version. */
    public record Work(String key, String title, String audience) {}

    /** A version of a curriculum. */
    public record Source(String curriculum, String version) {}

    /**
     * A module.
     *
     * @param competency or null
     * @param audiences for these alone, or null for whomever the curriculum addresses
     * @param parts its files in {@code modules/<key>/}
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Module(
            String key,
            String title,
            int minutes,
            @JsonProperty("required") boolean isRequired,
            String competency,
            List<String> audiences,
            List<String> parts) {

        /** The same module with these parts. */
        public Module with(List<String> files) {
            return new Module(key, title, minutes, isRequired, competency, audiences, files);
        }
    }

    public List<String> worksheetKeys() {
        return worksheets == null ? List.of() : worksheets;
    }

    /** As a file: indented, and always the same. */
    public String write() {
        DefaultPrettyPrinter printer = new DefaultPrettyPrinter();
        printer.indentArraysWith(DefaultIndenter.SYSTEM_LINEFEED_INSTANCE.withLinefeed("\n"));
        printer.indentObjectsWith(DefaultIndenter.SYSTEM_LINEFEED_INSTANCE.withLinefeed("\n"));
        try {
            return JsonMapper.builder().build().writer(printer).writeValueAsString(this) + "\n";
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** What a manifest known to be right says. */
    public static Manifest read(String text) {
        return Schemas.MANIFEST
                .read(FILE, text, new Faults())
                .map(Schemas.MANIFEST.as(Manifest.class))
                .orElseThrow(() -> new IllegalStateException("a stored manifest cannot be read"));
    }
}
