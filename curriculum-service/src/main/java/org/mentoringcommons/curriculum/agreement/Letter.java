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
    private static final String LAST =
            """


            You have not opened your worksheets for a year. This is the last reminder of this agreement, unless you open them \
            before the next one would be due; otherwise your address is deleted then.""";

    static Letter of(Reminders.Reminder reminder, URI end) {
        String rest = (reminder.isSeen() ? "" : LAST) + END + end + "\n";
        return reminder.isReview()
                ? new Letter(
                        "Time to look at an agreement again",
                        "Today is the day on which you wanted to look at one of your agreements again, together."
                                + rest,
                        end)
                : new Letter(
                        "Time to be in touch",
                        "In one of your agreements you said how often you would be in touch. It is time." + rest,
                        end);
    }
}
