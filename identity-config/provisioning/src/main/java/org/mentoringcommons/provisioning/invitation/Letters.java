package org.mentoringcommons.provisioning.invitation;

import io.quarkus.mailer.Mail;
import io.quarkus.mailer.reactive.ReactiveMailer;
import io.vertx.mutiny.core.Context;
import io.vertx.mutiny.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
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

    private final ReactiveMailer mailer;
    /**
     * Where mails are sent on, the same for all: a client that is called from anywhere else may miss what the server says
     * first, and wait for it.
     */
    private final Context context;

    private final String address;
    private final Duration longest;

    Letters(
            ReactiveMailer mailer,
            Vertx vertx,
            @ConfigProperty(name = "identity.public-url") String address,
            @ConfigProperty(name = "mail.longest", defaultValue = "30s") Duration longest) {
        this.mailer = mailer;
        this.context = vertx.getOrCreateContext();
        this.address = address;
        this.longest = longest;
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
            mailer.send(Mail.withText(invitation.email(), name + " invites you to Mentoring Commons", text))
                    .runSubscriptionOn(context::runOnContext)
                    .await()
                    .atMost(longest); // whoever invites waits for it
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
