package org.mentoringcommons.survey.invitation;

import jakarta.enterprise.context.ApplicationScoped;

/** Lets tests say when it is time for a round. */
@ApplicationScoped
public class Rounds {

    private final InvitationRounds rounds;

    Rounds(InvitationRounds rounds) {
        this.rounds = rounds;
    }

    public void onSchedule() throws InterruptedException {
        rounds.onSchedule();
    }

    public void round() {
        rounds.round();
    }
}
