import * as curriculum from "./client/curriculum/index.js";
import * as survey from "./client/survey/index.js";
import { problemOf } from "./problem.js";
import { settings, type Settings } from "./settings.js";
import { signedIn, signIn } from "./sign-in.js";

/** How often it is asked how many have answered, in milliseconds. */
const STEP = 1_000;

const problem = element("problem");

function element<T extends HTMLElement = HTMLElement>(id: string): T {
  const found = document.getElementById(id);
  if (found === null) {
    throw new Error(`there is no ${id}`);
  }
  return found as T;
}

/** Does something and shows what stands in the way of it. */
async function trying(work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (failure) {
    problem.textContent = await problemOf(failure);
  }
}

class Portal {
  private readonly workshops: curriculum.WorkshopsApi;
  private readonly curricula: curriculum.CurriculaApi;
  private readonly waves: survey.WavesApi;
  private readonly counts = new Map<string, HTMLElement>();

  constructor(at: Settings, token: string) {
    const headers = { Authorization: `Bearer ${token}` };
    const theirs = new curriculum.Configuration({ basePath: at.curriculum, headers });
    this.workshops = new curriculum.WorkshopsApi(theirs);
    this.curricula = new curriculum.CurriculaApi(theirs);
    this.waves = new survey.WavesApi(new survey.Configuration({ basePath: at.survey, headers }));
  }

  async open(): Promise<void> {
    const choice = element<HTMLSelectElement>("curriculum");
    for (const offered of await this.curricula.curriculumList({ limit: 500 })) {
      for (const version of offered.versions ?? []) {
        if (version.status === curriculum.VersionStatus.Published) {
          choice.add(new Option(`${offered.title} ${version.version}`, `${offered.key} ${version.version}`));
        }
      }
    }
    element("plan").hidden = false;
    element("workshops").hidden = false;
    const form = element("plan").querySelector("form")!;
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      problem.textContent = "";
      void trying(() => this.schedule(new FormData(form)));
    });
    setInterval(() => void trying(() => this.count()), STEP);
  }

  private async schedule(wanted: FormData): Promise<void> {
    const [key, version] = text(wanted, "curriculum").split(" ");
    const planned = await this.workshops.workshopPlan({
      newWorkshop: {
        name: text(wanted, "name"),
        curriculum: key ?? "",
        version: version ?? "",
        mode: curriculum.Mode.InPerson,
        audience: text(wanted, "audience") as curriculum.Audience,
        sessions: [{ startsAt: new Date(text(wanted, "start")), minutes: Number(text(wanted, "minutes")) }],
      },
    });
    this.show(planned);
  }

  private show(workshop: curriculum.WorkshopView): void {
    const line = document.createElement("li");
    line.dataset["workshop"] = workshop.id;
    line.append(`${workshop.name}: `);
    const count = document.createElement("span");
    count.textContent = "no survey yet";
    line.append(count);
    element("workshops").querySelector("ul")!.append(line);
    this.counts.set(workshop.id, count);
  }

  /** How many have answered; never what. */
  private async count(): Promise<void> {
    for (const [workshop, shown] of this.counts) {
      const wave = (await this.waves.waveList({ workshop }))[0];
      const now = wave === undefined ? "no survey yet" : `${wave.responded} of ${wave.invited} answered (${wave.state})`;
      if (shown.textContent !== now) {
        shown.textContent = now;
      }
    }
  }
}

function text(form: FormData, field: string): string {
  return String(form.get(field) ?? "");
}

await trying(async () => {
  const at = await settings();
  const token = await signedIn(at);
  if (token === undefined) {
    const button = element("sign-in");
    button.hidden = false;
    button.addEventListener("click", () => void trying(() => signIn(at)));
  } else {
    element("who").textContent = `Signed in at ${at.institution}.`;
    await new Portal(at, token).open();
  }
});
