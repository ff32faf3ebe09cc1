package org.mentoringcommons.survey.webhook;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a webhook may ask to be told of. */
@Schema(name = "WebhookEvent")
enum EventType {
    @JsonProperty("institution.changed")
    INSTITUTION_CHANGED("institution.changed"),
    @JsonProperty("workshop.changed")
    WORKSHOP_CHANGED("workshop.changed"),
    @JsonProperty("wave.opened")
    WAVE_OPENED("wave.opened"),
    @JsonProperty("wave.closing")
    WAVE_CLOSING("wave.closing"),
    @JsonProperty("wave.closed")
    WAVE_CLOSED("wave.closed"),
    @JsonProperty("wave.answered")
    WAVE_ANSWERED("wave.answered"),
    @JsonProperty("results.ready")
    RESULTS_READY("results.ready"),
    @JsonProperty("release.frozen")
    RELEASE_FROZEN("release.frozen"),
    @JsonProperty("release.withdrawn")
    RELEASE_WITHDRAWN("release.withdrawn");

    /** Sent when it is asked for; nothing to subscribe to. */
    static final String PING = "ping";

    private final String word;

    EventType(String word) {
        this.word = word;
    }

    /** How messages and rows name it. */
    String word() {
        return word;
    }

    static EventType of(String word) {
        for (EventType type : values()) {
            if (type.word.equals(word)) {
                return type;
            }
        }
        throw new IllegalArgumentException("no event type");
    }
}
