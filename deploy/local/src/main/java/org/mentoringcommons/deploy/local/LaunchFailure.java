package org.mentoringcommons.deploy.local;

/** The stack cannot be started or has died; the message is for the person at the keyboard. */
public final class LaunchFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public LaunchFailure(String message) {
        super(message);
    }

    public LaunchFailure(String message, Throwable cause) {
        super(message, cause);
    }
}
