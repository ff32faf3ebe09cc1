package org.mentoringcommons.survey.mailing;

import java.net.URI;
import java.time.LocalDate;
import org.mentoringcommons.survey.page.Wording;

/** One mail, which names nobody. */
record Letter(String subject, String text) {

    /** @param lastDay of the wave */
    static Letter of(boolean reminder, Wording w, String institution, LocalDate lastDay, URI link) {
        String kind = reminder ? "mail.reminder" : "mail.invitation";
        return new Letter(
                w.sayWith(kind + ".subject", institution),
                String.join(
                        "\n\n",
                        w.sayWith(kind + ".text", institution, w.day(lastDay)),
                        link.toString(),
                        w.say("mail.personal"),
                        w.say("mail.stop")));
    }
}
