package org.mentoringcommons.curriculum.worksheet;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Answers to be saved in place of those of a version. */
@Schema(
        examples =
                """
                {"basedOn": 1, "answers": {
                  "sums": {"importance": {"work": 40, "home": 30, "community": 10, "self": 20}},
                  "cells": {"work": {"satisfaction": 7}}, "questions": {"tell": "A friend"}}}""")
record NewAnswers(
        @Schema(description = "The version they were made from") @NotNull Integer basedOn,
        @Schema(
                        description =
                                """
                                By the sheet's kind: `cells` (row, column), `stages` (stage, pair), `sums` (sum, row), \
                                `ticked`, `chosen`, `steps`, `goals`, `clauses`; beside each, `questions`""",
                        implementation = Object.class)
                @NotNull
                JsonNode answers) {}
