package org.mentoringcommons.curriculum.content;

import java.util.List;

/** One thing in a module that is read, done or filled in. What every kind has is its head; the rest is the kind's own. */
public sealed interface Part {

    Head head();

    PartKind kind();

    /** What belongs to the part beside its Markdown, one entry each, in order. */
    default List<String> entries() {
        return List.of();
    }

    /**
     * What every part has.
     *
     * @param key stable within the module: the name of its file
     * @param minutes what it takes, or null if nobody says
     * @param body Markdown for whoever may read the part
     * @param facilitation Markdown for facilitators alone; empty if there is none
     */
    record Head(String key, String title, Readers readers, Integer minutes, String body, String facilitation) {}

    /** Text to be read. */
    record Passage(Head head) implements Part {
        @Override
        public PartKind kind() {
            return PartKind.PASSAGE;
        }
    }

    /** What participants can do afterwards. */
    record Objectives(Head head, List<String> objectives) implements Part {
        @Override
        public PartKind kind() {
            return PartKind.OBJECTIVES;
        }

        @Override
        public List<String> entries() {
            return objectives;
        }
    }

    /**
     * Something done together.
     *
     * @param materials what has to be at hand
     */
    record Activity(Head head, List<String> materials) implements Part {
        @Override
        public PartKind kind() {
            return PartKind.ACTIVITY;
        }

        @Override
        public List<String> entries() {
            return materials;
        }
    }

    /** A story with questions that guide its discussion. */
    record CaseStudy(Head head, List<String> questions) implements Part {
        @Override
        public PartKind kind() {
            return PartKind.CASE_STUDY;
        }

        @Override
        public List<String> entries() {
            return questions;
        }
    }

    /** Strategies to choose from and come back to. */
    record Checklist(Head head, List<String> items) implements Part {
        @Override
        public PartKind kind() {
            return PartKind.CHECKLIST;
        }

        @Override
        public List<String> entries() {
            return items;
        }
    }

    /**
     * A work to read.
     *
     * @param url where it is found, or null
     */
    record Reading(Head head, String citation, String url) implements Part {
        @Override
        public PartKind kind() {
            return PartKind.READING;
        }

        @Override
        public List<String> entries() {
            return List.of(citation);
        }
    }

    /**
     * Something to use again and again.
     *
     * @param url where it is found, or null
     */
    record Tool(Head head, String url) implements Part {
        @Override
        public PartKind kind() {
            return PartKind.TOOL;
        }
    }

    /** Prompts that a group answers without names. */
    record PromptBoard(Head head, List<String> prompts) implements Part {
        @Override
        public PartKind kind() {
            return PartKind.PROMPT_BOARD;
        }

        @Override
        public List<String> entries() {
            return prompts;
        }
    }

    /** A worksheet of the same version, to be filled in by each participant for themselves. */
    record WorksheetReference(Head head, String worksheet) implements Part {
        @Override
        public PartKind kind() {
            return PartKind.WORKSHEET;
        }
    }
}
