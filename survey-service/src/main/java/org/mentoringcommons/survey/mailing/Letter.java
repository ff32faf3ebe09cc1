package org.mentoringcommons.survey.mailing;

import java.net.URI;
import org.mentoringcommons.survey.page.Wording;

/** One mail, which names nobody. */
record Letter(String subject, String text) {

    /** @param first whether it is the invitation; else a reminder */
    static Letter of(boolean first, Errand errand, URI link) {
        Wording w = errand.wording();
        String kind = (errand.occasion().asksParticipants() ? "mail." : "mail.facilitators.")
                + (first ? "invitation" : "reminder");
        return new Letter(
                w.sayWith(kind + ".subject", errand.institution()),
                String.join(
                        "\n\n",
                        w.sayWith(kind + ".text", errand.institution(), w.day(errand.lastDay())),
                        link.toString(),
                        w.say("mail.personal"),
                        w.say("mail.stop")));
    }
}
