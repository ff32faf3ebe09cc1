package org.mentoringcommons.survey.form;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import org.mentoringcommons.survey.consent.ConsentRecords;
import org.mentoringcommons.survey.invitation.InvitationLink;
import org.mentoringcommons.survey.page.HtmlPage;
import org.mentoringcommons.survey.page.PublicAddress;
import org.mentoringcommons.survey.page.Wording;
import org.mentoringcommons.survey.response.Submissions;

/** What is shown once answers are in. */
@ApplicationScoped
class Thanks {

    private final Forms forms;
    private final ConsentRecords records;
    private final PublicAddress addresses;

    Thanks(Forms forms, ConsentRecords records, PublicAddress addresses) {
        this.forms = forms;
        this.records = records;
        this.addresses = addresses;
    }

    @CheckedTemplate(requireTypeSafeExpressions = false)
    static class Templates {
        static native TemplateInstance thanks(
                Wording w, String title, String receipt, URI consentRecord, URI withdrawal, String done);

        static native TemplateInstance answered(Wording w, URI answers, boolean consentChanged);
    }

    /**
     * The receipt, and where everything else is.
     *
     * @param done what was done, by the key of its words
     */
    Response of(InvitationLink link, Form form, Submissions.Taken taken, String receipt, String language, String done) {
        Wording w = Wording.in(language);
        return HtmlPage.of(
                Response.Status.OK,
                Templates.thanks(
                        w,
                        form.questionnaire().title(form.languageBeside(language)),
                        receipt,
                        records.address(Forms.record(link, taken)),
                        addresses.of("/w/" + forms.alias(link) + "?lang=" + w.language()),
                        w.say(done)));
    }

    /** That there are answers already, where they can be seen and changed, and whether there is reason to. */
    Response already(String token, InvitationLink link, Wording w) {
        return HtmlPage.of(
                Response.Status.CONFLICT,
                Templates.answered(
                        w,
                        addresses.of("/s/" + token + "/answers?lang=" + w.language()),
                        forms.answeredUnderAnotherText(link)));
    }
}
