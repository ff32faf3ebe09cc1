package org.mentoringcommons.deploy.local.demonstration;

import java.util.Map;

/** The three open questions of the evaluation and how their texts were coded. */
enum Codebook {
    PLANNED_CHANGES(
            "planned_changes",
            "codes_consensus.csv",
            "What do you plan to do differently with your mentor?",
            "I plan: "),
    MOST_USEFUL("most_useful", "most_useful_codes.csv", "What helped you most in these sessions?", "What helped: "),
    TO_IMPROVE("to_improve", "improve_codes.csv", "What should we change next time?", "I would change: ");

    private final String section;
    private final String file;
    private final String question;
    private final String opening;

    Codebook(String section, String file, String question, String opening) {
        this.section = section;
        this.file = file;
        this.question = question;
        this.opening = opening;
    }

    /** The report's section. */
    String section() {
        return section;
    }

    String key() {
        return section.replace('_', '-');
    }

    /** The version the texts are coded with, as the API names it. */
    Map<String, String> reference() {
        return Map.of("key", key(), "version", "1");
    }

    /** The instrument's text item. */
    String item() {
        return section + "_text";
    }

    String file() {
        return file;
    }

    String question() {
        return question;
    }

    /** A free text invented from its codes: the evaluation's own texts were never published. */
    String invent(Iterable<String> codes) {
        return opening + String.join("; ", codes).toLowerCase(java.util.Locale.ROOT) + ".";
    }
}
