package org.mentoringcommons.curriculum.worksheet;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.mentoringcommons.curriculum.catalog.Contents;
import org.mentoringcommons.curriculum.content.WorksheetFile;
import org.mentoringcommons.tenancy.Refusal;

/** Begins sheets and saves what is written on them. */
@ApplicationScoped
class Filling {

    static final int CHARACTERS_AT_MOST = 100_000;

    private final FilledSheets sheets;
    private final Contents contents;
    private final ObjectMapper json;

    Filling(FilledSheets sheets, Contents contents, ObjectMapper json) {
        this.sheets = sheets;
        this.contents = contents;
        this.json = json;
    }

    FilledSheet begin(NewSheet begun) {
        if (sheets.count() >= FilledSheets.SHEETS_AT_MOST) {
            throw WorksheetProblem.tooMany(FilledSheets.SHEETS_AT_MOST);
        }
        WorksheetFile worksheet = contents.publishedWorksheet(begun.curriculum(), begun.version(), begun.worksheet())
                .orElseThrow(WorksheetProblem::noSuchDefinition);
        JsonNode answers =
                begun.answers() == null || begun.answers().isNull() ? json.createObjectNode() : begun.answers();
        requireFit(worksheet.sheet(), answers);
        UUID id = UUID.randomUUID();
        sheets.add(id, begun.curriculum(), begun.version(), worksheet, answers);
        return sheets.own(id);
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
