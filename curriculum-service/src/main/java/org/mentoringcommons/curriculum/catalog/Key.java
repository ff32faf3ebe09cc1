package org.mentoringcommons.curriculum.catalog;

/** The form of the names by which curricula, versions and modules are called in addresses and files. */
final class Key {

    static final String PATTERN = "[A-Za-z0-9][A-Za-z0-9._-]{0,79}";
    static final String MESSAGE =
            "1 to 80 letters, digits, dots, hyphens or underscores, beginning with a letter or digit";

    /** Text without line breaks or other control characters (PostgreSQL refuses one of them). */
    static final String LINE = "\\P{Cntrl}*";

    static final String LINE_MESSAGE = "must not contain control characters";

    private Key() {}
}
