package org.mentoringcommons.survey.mailing;

import io.vertx.ext.mail.SMTPException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.SSLHandshakeException;

/**
 * The mail server has certainly not taken a mail. Not one of these: a connection that was lost, when the mail may be on
 * its way.
 *
 * <p>The subjects of enhanced status codes are those of RFC 3463. The message of the cause is not kept: it names the
 * address.
 */
class Refused extends RuntimeException {

    private static final long serialVersionUID = 1;

    private static final Pattern ENHANCED = Pattern.compile("^\\d{3}[ -][245]\\.(\\d{1,3})\\.\\d{1,3}\\b");
    private static final Set<String> OF_ADDRESSES = Set.of("1", "2");
    private static final Set<String> OF_US = Set.of("3", "5", "7"); // system, protocol, policy: whoever it is to
    private static final Set<Integer> OF_ADDRESSES_PLAINLY = Set.of(501, 550, 551, 552, 553, 556);

    /** Who need not be tried now. */
    enum Reach {
        /** A limit, a quota, a wrong password: nobody is taken now. */
        EVERYBODY,
        /** This mailbox alone, for now. */
        ONE_FOR_NOW,
        /** This address alone, and it stays so. */
        ONE_FOR_GOOD
    }

    private final Reach reach;

    Refused(Reach reach, int code) {
        super("refused with " + code);
        this.reach = reach;
    }

    Reach reach() {
        return reach;
    }

    /** What this failure of the mail client says, if it says for certain that the mail was not taken. */
    static Optional<Refused> by(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SMTPException answer) {
                return Optional.of(new Refused(reach(answer), answer.getReplyCode()));
            }
            if (isBeforeAnyMail(cause)) {
                return Optional.of(new Refused(Reach.EVERYBODY, 0));
            }
        }
        return Optional.empty();
    }

    private static boolean isBeforeAnyMail(Throwable failure) {
        String message = String.valueOf(failure.getMessage());
        return failure instanceof ConnectException
                || failure instanceof UnknownHostException
                || failure instanceof SSLHandshakeException
                || message.startsWith("login is required")
                || message.startsWith("STARTTLS required");
    }

    private static Reach reach(SMTPException answer) {
        String text = String.valueOf(answer.getMessage());
        boolean ofRecipient = text.startsWith("recipient address not accepted");
        if (!ofRecipient && !text.startsWith("sending data failed")) {
            return Reach.EVERYBODY; // who sends, or that anybody does
        }
        Matcher enhanced = ENHANCED.matcher(String.valueOf(answer.getReplyMessage()));
        String subject = enhanced.find() ? enhanced.group(1) : "";
        if (answer.isPermanent()) {
            boolean ofAddress = subject.isEmpty()
                    ? ofRecipient && OF_ADDRESSES_PLAINLY.contains(answer.getReplyCode())
                    : OF_ADDRESSES.contains(subject) || ofRecipient && !OF_US.contains(subject);
            return ofAddress ? Reach.ONE_FOR_GOOD : Reach.EVERYBODY;
        }
        return OF_ADDRESSES.contains(subject) ? Reach.ONE_FOR_NOW : Reach.EVERYBODY;
    }
}
