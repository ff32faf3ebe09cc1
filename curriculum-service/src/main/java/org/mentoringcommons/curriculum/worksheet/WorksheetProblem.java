package org.mentoringcommons.curriculum.worksheet;

import io.quarkiverse.resteasy.problem.HttpProblem;
import java.util.List;
import org.mentoringcommons.tenancy.Refusal;

/** Why a sheet refuses. Says keys of the sheet and numbers, never what somebody wrote. */
final class WorksheetProblem {

    private WorksheetProblem() {}

    static HttpProblem noSuchSheet() {
        return Refusal.notFound("worksheet").problem();
    }

    static HttpProblem noSuchVersion() {
        return Refusal.notFound("worksheet-version").problem();
    }

    static HttpProblem noSuchShare() {
        return Refusal.notFound("share").problem();
    }

    static HttpProblem noSuchDefinition() {
        return Refusal.badRequest("worksheet-unknown", "A sheet is taken from a published curriculum version")
                .violation("worksheet", "is no worksheet of a published version of the curriculum")
                .problem();
    }

    static HttpProblem fromNowhere() {
        return Refusal.badRequest(
                        "worksheet-unknown",
                        "A sheet is taken from a curriculum's version, or from an adaptation's revision")
                .violation("curriculum", "is given with its version, or else an adaptation with its revision")
                .problem();
    }

    static HttpProblem unfit(List<Refusal.Violation> wrong) {
        return Refusal.badRequest("answers-unfit", "Nothing was saved: some answers do not fit the sheet")
                .violations(wrong)
                .problem();
    }

    static HttpProblem tooLong(int characters) {
        return Refusal.badRequest("answers-too-long", "Nothing was saved: the answers are too long")
                .violation("answers", "are longer than " + characters + " characters together")
                .problem();
    }

    static HttpProblem tooMany(int sheets) {
        return Refusal.conflict("too-many-worksheets", "Nobody keeps more than " + sheets + " sheets")
                .detail("Export and delete some first.")
                .problem();
    }

    static HttpProblem changedMeanwhile(int version) {
        return Refusal.conflict("changed-meanwhile", "The sheet was saved elsewhere meanwhile; read it and try again")
                .violation("basedOn", "is not the newest version, which is " + version)
                .problem();
    }

    static HttpProblem sharedTooLong(int days) {
        return Refusal.badRequest("share-unfit", "A sheet cannot be shown for so long")
                .violation("until", "must lie within the next " + days + " days")
                .problem();
    }
}
