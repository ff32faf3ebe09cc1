package org.mentoringcommons.analytics.report;

import java.util.ArrayList;
import java.util.List;
import org.mentoringcommons.analytics.section.Label;
import org.mentoringcommons.analytics.section.Section;

/**
 * Sections that stand under one number: {@code sites} and {@code sites.each}.
 *
 * @param name what the names of its sections begin with
 */
record Chapter(String id, String name, List<Section> sections) {

    static List<Chapter> of(List<Section> sections) {
        List<Chapter> chapters = new ArrayList<>();
        for (Section section : sections) {
            String name = section.section().split("\\.", 2)[0];
            if (chapters.isEmpty() || !chapters.get(chapters.size() - 1).name().equals(name)) {
                chapters.add(new Chapter("s" + (chapters.size() + 1), name, new ArrayList<>()));
            }
            chapters.get(chapters.size() - 1).sections().add(section);
        }
        return chapters;
    }

    String title() {
        return isPart(sections.get(0)) ? Label.of(name) : sections.get(0).title();
    }

    /** Whether a section is not the chapter's own but a part of it. */
    boolean isPart(Section section) {
        return !section.section().equals(name);
    }

    /** A part's title without what the chapter's says already. */
    String titleOf(Section section) {
        String words =
                section.title().substring(section.title().indexOf(": ") + 1).strip();
        return words.isEmpty() ? section.title() : Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }
}
