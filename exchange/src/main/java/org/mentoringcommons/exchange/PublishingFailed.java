package org.mentoringcommons.exchange;

/** The broker did not acknowledge a batch; nothing of it is deleted, all of it is tried again. */
class PublishingFailed extends Exception {

    PublishingFailed(Throwable cause) {
        super(cause.toString(), cause);
    }
}
