package org.mentoringcommons.curriculum.person;

import io.quarkiverse.resteasy.problem.HttpProblem;
import jakarta.enterprise.context.ApplicationScoped;
import org.mentoringcommons.tenancy.Refusal;

/** Somebody else, as one person names another: by the name of their account. Problems never repeat it. */
@ApplicationScoped
public class Other {

    private final People people;

    Other(People people) {
        this.people = people;
    }

    /**
     * Their subject.
     *
     * @throws HttpProblem 404 if nobody of that account has come, 400 if it is the caller
     */
    public String of(String username) {
        String me = people.me();
        String other = people.named(username).orElseThrow(Other::unknown);
        if (other.equals(me)) {
            throw Refusal.badRequest("person-unfit", "It takes somebody else")
                    .violation("with", "is yourself")
                    .problem();
        }
        return other;
    }

    private static HttpProblem unknown() {
        return Refusal.notFound("person")
                .detail("Nobody with this account has opened their worksheets here. Ask them to do so once, then try"
                        + " again.")
                .violation("with", "is nobody known here")
                .problem();
    }
}
