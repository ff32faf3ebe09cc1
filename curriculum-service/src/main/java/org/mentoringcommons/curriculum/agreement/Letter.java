package org.mentoringcommons.curriculum.agreement;

/** A mail that names nobody and says nothing of what was agreed. */
record Letter(String subject, String text) {

    private static final String END =
            "\n\nSign in to your institution's portal to read it, or to be reminded no more. This message says nothing of"
                    + " what you agreed on, because mail can be read by others.\n";

    static Letter of(boolean review) {
        return review
                ? new Letter(
                        "Time to look at an agreement again",
                        "Today is the day on which you wanted to look at one of your agreements again, together." + END)
                : new Letter(
                        "Time to be in touch",
                        "In one of your agreements you said how often you would be in touch. It is time." + END);
    }
}
