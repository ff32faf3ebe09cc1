package org.mentoringcommons.curriculum.crosswalk;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A crosswalk in a list: its newest number. */
@Schema(
        examples =
                "{\"key\": \"yearly\", \"number\": 3, \"saidAt\": \"2026-03-02T15:00:00Z\", \"title\": \"Our curricula and the yearly survey\"}")
record CrosswalkHead(String key, int number, Instant saidAt, String title) {}
