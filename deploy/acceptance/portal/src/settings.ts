/** Where things are; the portal's web server says it beside the page. */
export interface Settings {
  readonly realm: string;
  readonly client: string;
  readonly institution: string;
  readonly curriculum: string;
  readonly survey: string;
}

export async function settings(): Promise<Settings> {
  const answer = await fetch("settings.json", { cache: "no-store" });
  return (await answer.json()) as Settings;
}
