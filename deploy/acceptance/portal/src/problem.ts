import { type HttpProblem, HttpProblemFromJSON, ResponseError } from "./client/curriculum/index.js";
import { ResponseError as SurveyRefusal } from "./client/survey/index.js";

/** What stood in the way, in words: of a refusal, what its problem document says. */
export async function problemOf(failure: unknown): Promise<string> {
  if (failure instanceof ResponseError || failure instanceof SurveyRefusal) {
    const refused: HttpProblem = HttpProblemFromJSON(await failure.response.json());
    const fields = (refused.violations ?? []).map((wrong) => `${wrong.field} ${wrong.message}`);
    return [refused.title, refused.detail, ...fields].filter((said) => said !== undefined).join(". ");
  }
  return failure instanceof Error ? failure.message : "Something went wrong.";
}
