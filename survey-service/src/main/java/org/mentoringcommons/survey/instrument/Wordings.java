package org.mentoringcommons.survey.instrument;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The words of a questionnaire in one language.
 *
 * @param title of the whole, or null where it stays as it is
 * @param sections by the heading as it is in the first language
 * @param items by key
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Wordings(
        @NotNull @Pattern(regexp = Keys.LANGUAGE) @Schema(examples = "es") String language,
        @Size(min = 1, max = Keys.LABEL) String title,
        @Size(max = 500) Map<String, @NotBlank @Size(max = Keys.LABEL) String> sections,
        @Size(max = 500) Map<String, @NotNull @Valid ItemWording> items) {

    public Wordings {
        sections = sections == null ? Map.of() : sections;
        items = items == null ? Map.of() : items;
    }

    Item of(Item item) {
        return item.worded(
                items.getOrDefault(item.key(), ItemWording.NONE),
                item.section() == null ? null : sections.getOrDefault(item.section(), item.section()));
    }

    /**
     * Tells which words belong to nothing that is asked.
     *
     * @param whole whether every word must be there, too
     */
    public void check(List<Item> asked, boolean whole, Violations here) {
        Map<String, Item> unnamed = new HashMap<>();
        asked.forEach(item -> unnamed.put(item.key(), item));
        items.forEach((key, words) -> {
            Item item = unnamed.remove(key);
            if (item == null) {
                here.of("items").of(key).add("is not an item of the instrument");
            } else {
                check(item, words, whole, here.of("items").of(key));
            }
        });
        if (whole) {
            unnamed.keySet().stream()
                    .sorted()
                    .forEach(key -> here.of("items").of(key).add("has no words in this language"));
        }
        Set<String> headings = new java.util.TreeSet<>();
        asked.stream().map(Item::section).filter(heading -> heading != null).forEach(headings::add);
        sections.keySet().stream()
                .filter(heading -> !headings.contains(heading))
                .sorted()
                .forEach(heading -> here.of("sections").of(heading).add("is not a section of the instrument"));
        headings.stream()
                .filter(heading -> whole && !sections.containsKey(heading))
                .forEach(heading -> here.of("sections").of(heading).add("has no words in this language"));
    }

    private static void check(Item item, ItemWording words, boolean whole, Violations here) {
        Set<String> own = item.wording().words().keySet();
        Set<String> given = words.words().keySet();
        given.stream().filter(name -> !own.contains(name)).forEach(name -> here.of(name)
                .add("the item has no such words"));
        own.stream().filter(name -> whole && !given.contains(name)).forEach(name -> here.of(name)
                .add("has no words in this language"));
    }
}
