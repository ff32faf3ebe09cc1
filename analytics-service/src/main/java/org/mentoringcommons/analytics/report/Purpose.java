package org.mentoringcommons.analytics.report;

import org.mentoringcommons.tenancy.Refusal;

/** What results are read for, as it goes on record. Nobody has to say: a purpose was declared with them. */
public final class Purpose {

    /** The header. */
    public static final String HEADER = "Purpose";

    private static final int LONGEST = 500;

    private Purpose() {}

    /**
     * {@return the reader's words if there are any, else the declared ones}
     *
     * @throws io.quarkiverse.resteasy.problem.HttpProblem 400 naming the header
     */
    public static String of(String header, String declared) {
        if (header == null) {
            return declared;
        }
        String words = header.strip();
        if (words.isEmpty() || words.length() > LONGEST || words.chars().anyMatch(Character::isISOControl)) {
            throw Refusal.badRequest("purpose-unreadable", "The purpose cannot go on record")
                    .violation(HEADER, "1 to " + LONGEST + " printable characters, or no such header")
                    .problem();
        }
        return words;
    }
}
