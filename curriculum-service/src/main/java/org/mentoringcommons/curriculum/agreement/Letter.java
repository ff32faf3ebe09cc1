package org.mentoringcommons.curriculum.agreement;

import java.net.URI;

/**
 * A mail that names nobody and says nothing of what was agreed.
 *
 * @param end where whoever gets it has themselves reminded no more
 */
record Letter(String subject, String text, URI end) {

    private static final String END =
            """


            Sign in to your institution's portal to read it. This message says nothing of what you agreed on, because mail \
            can be read by others.

            If you want to be reminded no more, say so here; you need not sign in:
            """;

    static Letter of(boolean review, URI end) {
        return review
                ? new Letter(
                        "Time to look at an agreement again",
                        "Today is the day on which you wanted to look at one of your agreements again, together." + END
                                + end + "\n",
                        end)
                : new Letter(
                        "Time to be in touch",
                        "In one of your agreements you said how often you would be in touch. It is time." + END + end
                                + "\n",
                        end);
    }
}
