package org.mentoringcommons.survey.mailing;

import java.net.URI;
import org.mentoringcommons.survey.page.Wording;

/** One mail, which names nobody. */
record Letter(String subject, String text) {

    static Letter of(Errand.Kind what, Errand errand, URI link) {
        if (what.isNotice()) {
            return notice(errand, link);
        }
        Wording w = errand.wording();
        String kind = (errand.occasion().asksParticipants() ? "mail." : "mail.facilitators.")
                + (what.isInvitation() ? "invitation" : "reminder");
        return new Letter(
                w.sayWith(kind + ".subject", errand.institution()),
                String.join(
                        "\n\n",
                        w.sayWith(kind + ".text", errand.institution(), w.day(errand.lastDay())),
                        link.toString(),
                        w.say("mail.personal"),
                        w.say("mail.stop")));
    }

    private static Letter notice(Errand errand, URI link) {
        Wording w = errand.wording();
        return new Letter(
                w.sayWith("mail.consent-changed.subject", errand.institution()),
                String.join(
                        "\n\n",
                        w.sayWith("mail.consent-changed.text", errand.institution(), w.day(errand.lastDay())),
                        link.toString(),
                        w.say("mail.personal"),
                        w.say("mail.consent-changed.stays")));
    }
}
