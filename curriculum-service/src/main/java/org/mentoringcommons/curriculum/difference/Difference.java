package org.mentoringcommons.curriculum.difference;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What differs between two versions of the same or of related curricula. What is the same in both is left out.
 *
 * @param modules in the order of the newer version, then those it has no more
 */
@Schema(
        examples =
                """
                {"from": {"curriculum": "mentoring-up", "version": "2.0.0"},
                 "to": {"curriculum": "mentoring-up", "version": "2.1.0"}, "same": false, "fields": [], "worksheets": [],
                 "modules": [{"key": "communication", "title": "Effective communication", "change": "changed",
                  "moved": false, "fields": [{"name": "minutes", "before": "75", "after": "60"}],
                  "parts": [{"key": "the-silent-week", "title": "The silent week", "change": "changed", "moved": false,
                   "lines": [{"op": "removed", "text": "A long story."}, {"op": "added", "text": "A short story."}]}]}]}""")
public record Difference(
        Version from, Version to, boolean same, List<Field> fields, List<Module> modules, List<Sheet> worksheets) {

    /** Which version. */
    @Schema(name = "DifferenceVersion")
    public record Version(String curriculum, String version) {}

    /** How something came to differ. */
    public enum Change {
        @JsonProperty("added")
        ADDED,
        @JsonProperty("removed")
        REMOVED,
        @JsonProperty("changed")
        CHANGED,
        /** Only its place differs. */
        @JsonProperty("moved")
        MOVED
    }

    /** One thing said about a version or module, before and after; null where it was not said. */
    @Schema(name = "DifferenceField")
    public record Field(String name, String before, String after) {}

    /** A module that differs. */
    @Schema(name = "DifferenceModule")
    public record Module(
            String key, String title, Change change, boolean moved, List<Field> fields, List<Part> parts) {}

    /** A part that differs, with the lines of its file around what differs. */
    @Schema(name = "DifferencePart")
    public record Part(String key, String title, Change change, boolean moved, List<Line> lines) {}

    /** A worksheet that differs. */
    @Schema(name = "DifferenceWorksheet")
    public record Sheet(String key, String title, Change change, List<Line> lines) {}

    /** A line of a file. */
    @Schema(name = "DifferenceLine")
    public record Line(Op op, String text) {}

    /** In which of both a line stands. */
    public enum Op {
        @JsonProperty("kept")
        KEPT,
        @JsonProperty("added")
        ADDED,
        @JsonProperty("removed")
        REMOVED,
        /** Lines that are the same were left out here. */
        @JsonProperty("gap")
        GAP
    }
}
