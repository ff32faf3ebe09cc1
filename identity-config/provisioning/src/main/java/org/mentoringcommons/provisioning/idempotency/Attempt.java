package org.mentoringcommons.provisioning.idempotency;

import jakarta.enterprise.context.RequestScoped;
import java.util.Optional;

/**
 * The current request, as one attempt at what its Idempotency-Key names; without a key, or outside a request, every
 * question is answered as for a first attempt and nothing is kept.
 *
 * <p>Why record and effect cannot come apart: an operation first writes what is wanted into the registry, in one
 * transaction, and names it here <em>within that transaction</em>; then it makes Keycloak so, and answers from the
 * registry. So a crash
 *
 * <ul>
 *   <li>before that commit leaves neither: the next attempt is like the first;
 *   <li>after it leaves both: the next attempt finds its own wish, does not write it again, brings it to its end (each
 *       step finds or makes) and gives the answer that was never given;
 *   <li>after the answer was kept, and before it was sent, leaves the answer: the next attempt gives just that.
 * </ul>
 *
 * An answer is kept in a transaction of its own because nothing depends on it: lost, it is made again as above. Who
 * works on a request holds it for {@link Attempts#LEASE}; whoever lost it to another attempt can neither name an effect
 * nor keep an answer.
 */
@RequestScoped
public class Attempt {

    private final Attempts attempts;
    private Attempts.Request request;
    private int number;
    private String effect;

    Attempt(Attempts attempts) {
        this.attempts = attempts;
    }

    void begin(Attempts.Request itsRequest, Attempts.Found.Ours ours) {
        request = itsRequest;
        number = ours.attempt();
        effect = ours.effect().orElse(null);
    }

    boolean isUnderWay() {
        return request != null;
    }

    /**
     * Whether an earlier attempt has written this already, so that it must not be written again. If not, it is named as
     * what this one writes; call it in the transaction that writes it.
     *
     * @param kind of thing, such as {@code institution}
     * @param id by which it can be found again
     */
    public boolean hasWritten(String kind, String id) {
        if (request == null) {
            return false;
        }
        if (written(kind).filter(id::equals).isPresent()) {
            return true;
        }
        name(kind + "/" + id);
        return false;
    }

    /** The id of the thing of this kind that an earlier attempt has written, where ids are made up on the way. */
    public Optional<String> written(String kind) {
        return Optional.ofNullable(effect)
                .filter(named -> named.startsWith(kind + "/"))
                .map(named -> named.substring(kind.length() + 1));
    }

    /** What was written is taken back, in the transaction that does so: the key is free for a corrected request. */
    public void takesBack() {
        if (request != null) {
            name(null);
        }
    }

    private void name(String what) {
        if (!attempts.effect(request, number, what)) {
            throw IdempotencyProblem.underWay();
        }
        effect = what;
    }

    void answered(SealedAnswer.Answer answer) {
        attempts.answer(request, number, SealedAnswer.seal(request.key(), answer));
    }

    void failed() {
        attempts.release(request, number);
    }
}
