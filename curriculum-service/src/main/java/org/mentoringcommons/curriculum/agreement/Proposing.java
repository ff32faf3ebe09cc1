package org.mentoringcommons.curriculum.agreement;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.mentoringcommons.curriculum.worksheet.FilledSheet;
import org.mentoringcommons.curriculum.worksheet.FilledSheets;
import org.mentoringcommons.tenancy.Refusal;

/** Freezes a version of a filled-in agreement, so that two people can sign the same words. */
@ApplicationScoped
class Proposing {

    private static final int CONTACTS_A_YEAR = 4;
    private static final int REVIEW_WITHIN_YEARS = 5;

    private final FilledSheets sheets;
    private final Agreements agreements;
    private final Clock clock;

    Proposing(FilledSheets sheets, Agreements agreements, Clock clock) {
        this.sheets = sheets;
        this.agreements = agreements;
        this.clock = clock;
    }

    UUID begin(String partner, NewRound first) {
        if (agreements.count() >= Agreements.PROPOSED_AT_MOST) {
            throw AgreementProblem.tooMany(Agreements.PROPOSED_AT_MOST);
        }
        UUID id = UUID.randomUUID();
        FilledSheet sheet = toBeSigned(first);
        agreements.add(id, partner, sheet.definition());
        propose(id, 1, sheet, first);
        return id;
    }

    void change(AgreementView agreement, NewRound next) {
        if (agreement.rounds().size() >= Agreements.ROUNDS_AT_MOST) {
            throw AgreementProblem.tooManyRounds(Agreements.ROUNDS_AT_MOST);
        }
        FilledSheet sheet = toBeSigned(next);
        if (!sheet.definition().equals(agreement.definition())) {
            throw AgreementProblem.anotherWorksheet();
        }
        propose(agreement.id(), agreement.rounds().size() + 1, sheet, next);
    }

    private void propose(UUID id, int number, FilledSheet sheet, NewRound round) {
        JsonNode review = sheet.definition().get("review");
        LocalDate today = LocalDate.ofInstant(clock.instant(), java.time.ZoneOffset.UTC);
        LocalDate reviewOn = Objects.requireNonNullElseGet(
                round.reviewOn(), () -> today.plusMonths(review.get("months").asInt()));
        if (!reviewOn.isAfter(today) || reviewOn.isAfter(today.plusYears(REVIEW_WITHIN_YEARS))) {
            throw AgreementProblem.reviewOutOfReach();
        }
        int contacts = Objects.requireNonNullElseGet(
                round.contactsAYear(), () -> review.path("contactsAYear").asInt(CONTACTS_A_YEAR));
        JsonNode answers = sheets.version(sheet.id(), round.version()).orElseThrow(AgreementProblem::noSuchVersion);
        requireFinished(sheet.definition(), answers);
        agreements.propose(id, number, answers, reviewOn, contacts);
    }

    private FilledSheet toBeSigned(NewRound round) {
        FilledSheet sheet = sheets.own(round.sheet());
        if (!sheet.kind().equals("agreement")
                || sheet.definition().get("signatures").asInt() != 2) {
            throw AgreementProblem.notToBeSigned();
        }
        return sheet;
    }

    private static void requireFinished(JsonNode definition, JsonNode answers) {
        List<Refusal.Violation> empty = new ArrayList<>();
        for (JsonNode clause : definition.get("clauses")) {
            String key = clause.get("key").asText();
            if (answers.path("clauses").path(key).asText().isBlank()) {
                empty.add(new Refusal.Violation("answers.clauses." + key, "says nothing yet"));
            }
        }
        if (!empty.isEmpty()) {
            throw AgreementProblem.unfinished(empty);
        }
    }
}
