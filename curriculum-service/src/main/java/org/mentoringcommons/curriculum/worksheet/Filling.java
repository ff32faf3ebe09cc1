package org.mentoringcommons.curriculum.worksheet;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.mentoringcommons.curriculum.catalog.Contents;
import org.mentoringcommons.tenancy.Refusal;

/** Begins sheets and saves what is written on them. */
@ApplicationScoped
class Filling {

    static final int CHARACTERS_AT_MOST = 100_000;

    private final FilledSheets sheets;
    private final Contents contents;
    private final LocalSheets local;
    private final ObjectMapper json;

    Filling(FilledSheets sheets, Contents contents, LocalSheets local, ObjectMapper json) {
        this.local = local;
        this.sheets = sheets;
        this.contents = contents;
        this.json = json;
    }

    FilledSheet begin(NewSheet begun) {
        if (sheets.count() >= FilledSheets.SHEETS_AT_MOST) {
            throw WorksheetProblem.tooMany(FilledSheets.SHEETS_AT_MOST);
        }
        LocalSheets.LocalSheet worksheet = definition(begun);
        JsonNode answers =
                begun.answers() == null || begun.answers().isNull() ? json.createObjectNode() : begun.answers();
        requireFit(worksheet.file().sheet(), answers);
        UUID id = UUID.randomUUID();
        sheets.add(id, worksheet.curriculum(), worksheet.version(), worksheet.file(), answers);
        if (begun.namesAdaptation()) {
            sheets.takenFrom(id, begun.adaptation(), begun.revision());
        }
        return sheets.own(id);
    }

    private LocalSheets.LocalSheet definition(NewSheet begun) {
        if (!begun.saysAllOfIt()) {
            throw WorksheetProblem.fromNowhere();
        }
        Optional<LocalSheets.LocalSheet> found = begun.namesAdaptation()
                ? local.published(begun.adaptation(), begun.revision(), begun.worksheet())
                : contents.publishedWorksheet(begun.curriculum(), begun.version(), begun.worksheet())
                        .map(file -> new LocalSheets.LocalSheet(begun.curriculum(), begun.version(), file));
        return found.orElseThrow(WorksheetProblem::noSuchDefinition);
    }

    FilledSheet save(UUID id, NewAnswers saved) {
        FilledSheet sheet = sheets.own(id);
        requireFit(sheet.definition(), saved.answers());
        boolean same = sheet.version() == saved.basedOn() && sheet.answers().equals(saved.answers());
        if (!same && !sheets.next(id, saved.basedOn(), saved.answers())) {
            throw WorksheetProblem.changedMeanwhile(sheet.version());
        }
        return sheets.own(id);
    }

    private static void requireFit(JsonNode definition, JsonNode answers) {
        if (answers.toString().length() > CHARACTERS_AT_MOST) {
            throw WorksheetProblem.tooLong(CHARACTERS_AT_MOST);
        }
        List<Refusal.Violation> wrong = AnswerCheck.of(definition, answers);
        if (!wrong.isEmpty()) {
            throw WorksheetProblem.unfit(wrong);
        }
    }
}
