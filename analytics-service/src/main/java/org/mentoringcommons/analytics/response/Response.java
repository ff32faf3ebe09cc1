package org.mentoringcommons.analytics.response;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.util.UUID;
import org.hibernate.annotations.TenantId;

/** One person's answers, with nothing that tells who or when. */
@Entity
class Response {

    @Id
    private UUID id;

    @TenantId
    private String tenant;

    private UUID wave;
    private boolean research;
    private byte[] answers;

    Response() {}

    Response(UUID id, UUID wave) {
        this.id = id;
        this.wave = wave;
    }

    void become(boolean consentedToResearch, byte[] packedAnswers) {
        research = consentedToResearch;
        answers = packedAnswers;
    }

    UUID wave() {
        return wave;
    }

    boolean research() {
        return research;
    }

    byte[] answers() {
        return answers.clone();
    }
}
