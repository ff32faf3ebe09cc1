package org.mentoringcommons.provisioning.invitation;

import io.quarkus.mailer.Mail;
import io.quarkus.mailer.Mailer;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.mentoringcommons.provisioning.institution.InstitutionView;

/** The mails that ask people to join. */
@ApplicationScoped
class Letters {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.ENGLISH);
    private static final Map<String, String> ROLES = Map.of(
            "institution-admin", "administrator",
            "facilitator", "facilitator",
            "evaluator", "evaluator",
            "participant", "participant");

    private final Mailer mailer;
    private final String address;

    Letters(Mailer mailer, @ConfigProperty(name = "identity.public-url") String address) {
        this.mailer = mailer;
        this.address = address;
    }

    /**
     * Hands the mail to the mail server.
     *
     * @throws IllegalStateException if it does not take it
     */
    void send(Invitation invitation, InvitationLink link, InstitutionView institution) {
        String name = oneLine(institution.name());
        String text =
                """
                %s

                %s would like you to join it on Mentoring Commons, the exchange for mentorship
                education, as %s.

                If you agree, open this address and confirm:

                %s/i/%s

                It works once, until %s. If this is not for you, ignore this mail:
                nothing happens then, and your address is forgotten.
                """
                        .formatted(
                                greeting(invitation),
                                name,
                                roles(invitation),
                                address,
                                link.token(),
                                DAY.format(invitation.expiresAt().atZone(ZoneId.of(institution.timeZone()))));
        try {
            mailer.send(Mail.withText(invitation.email(), name + " invites you to Mentoring Commons", text));
        } catch (RuntimeException refused) {
            // without its cause: the mail server's absence is not Keycloak's, and its message may hold the address
            throw new IllegalStateException("the mail server took no invitation: "
                    + Objects.requireNonNullElse(refused.getCause(), refused)
                            .getClass()
                            .getSimpleName());
        }
    }

    static String roles(Invitation invitation) {
        return invitation.roles().stream()
                .map(role -> ROLES.getOrDefault(role, role))
                .collect(Collectors.joining(" and "));
    }

    private static String greeting(Invitation invitation) {
        String name = Stream.of(invitation.firstName(), invitation.lastName())
                .filter(Objects::nonNull)
                .collect(Collectors.joining(" "));
        return name.isBlank() ? "Hello," : "Hello " + oneLine(name) + ",";
    }

    private static String oneLine(String text) {
        return text.replaceAll("\\p{Cntrl}+", " ");
    }
}
