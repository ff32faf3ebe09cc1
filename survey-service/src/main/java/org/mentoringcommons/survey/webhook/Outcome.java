package org.mentoringcommons.survey.webhook;

/**
 * What came of an attempt.
 *
 * @param word in a few words, nothing of what the endpoint said
 */
record Outcome(boolean delivered, String word) {

    /** Also of a name that there is not: who learned the difference would learn which names there are inside. */
    static final Outcome ADDRESS_REFUSED = failed("address-refused");

    static final Outcome TIMEOUT = failed("timeout");
    static final Outcome UNREACHABLE = failed("unreachable");
    static final Outcome CERTIFICATE_REFUSED = failed("certificate-refused");

    /** By what the endpoint answered: only 2xx is a yes. A redirect is not followed. */
    static Outcome ofStatus(int status) {
        return new Outcome(status >= 200 && status < 300, "status-" + status);
    }

    private static Outcome failed(String word) {
        return new Outcome(false, word);
    }
}
