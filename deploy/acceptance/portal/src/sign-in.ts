import type { Settings } from "./settings.js";

/** What the browser keeps while somebody is away signing in. */
const KEPT = "sign-in";

interface Away {
  readonly verifier: string;
  readonly state: string;
}

/** Sends the browser to sign in (authorization code with PKCE); it comes back to this page with a code. */
export async function signIn(at: Settings): Promise<void> {
  const away: Away = { verifier: random(), state: random() };
  sessionStorage.setItem(KEPT, JSON.stringify(away));
  const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(away.verifier));
  const question = new URLSearchParams({
    client_id: at.client,
    response_type: "code",
    scope: `openid organization:${at.institution}`,
    redirect_uri: here(),
    state: away.state,
    code_challenge: base64url(new Uint8Array(digest)),
    code_challenge_method: "S256",
  });
  location.assign(`${at.realm}/protocol/openid-connect/auth?${question}`);
}

/** The access token for the code that the browser came back with, if it did. It is kept in this page alone. */
export async function signedIn(at: Settings): Promise<string | undefined> {
  const came = new URLSearchParams(location.search);
  const code = came.get("code");
  const kept = sessionStorage.getItem(KEPT);
  if (code === null || kept === null) {
    return undefined;
  }
  sessionStorage.removeItem(KEPT);
  history.replaceState(null, "", here());
  const away = JSON.parse(kept) as Away;
  if (came.get("state") !== away.state) {
    throw new Error("This answer belongs to another sign-in.");
  }
  const answer = await fetch(`${at.realm}/protocol/openid-connect/token`, {
    method: "POST",
    body: new URLSearchParams({
      grant_type: "authorization_code",
      client_id: at.client,
      code,
      redirect_uri: here(),
      code_verifier: away.verifier,
    }),
  });
  if (!answer.ok) {
    throw new Error("Signing in did not work. Try again.");
  }
  return ((await answer.json()) as { access_token: string }).access_token;
}

function here(): string {
  return location.origin + location.pathname;
}

function random(): string {
  return base64url(crypto.getRandomValues(new Uint8Array(32)));
}

function base64url(bytes: Uint8Array): string {
  return btoa(String.fromCharCode(...bytes)).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
}
