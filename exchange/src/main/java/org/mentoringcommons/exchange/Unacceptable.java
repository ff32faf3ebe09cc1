package org.mentoringcommons.exchange;

/** A fact that no repetition will make right; its message is safe to show and never quotes the payload. */
public class Unacceptable extends RuntimeException {

    public Unacceptable(String reason) {
        super(reason, null, false, false);
    }
}
