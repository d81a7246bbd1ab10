import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { createServer, type Server } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Provider from "oidc-provider";

/** A certified OpenID provider on loopback, and a server of ours that knows it. */
export interface SignInProvider {
  /** Address of our server. */
  readonly atlas: string;
  /** Where our server writes; for the command line. */
  readonly data: string;
  /** Ends both, each by its own handle. */
  close(): Promise<void>;
}

const CLIENT = "atlas";
const SECRET = "nur-fuer-diesen-test";

/** A server on a port that the system chooses and that stays its own. */
async function listenAnywhere(): Promise<{ readonly server: Server; readonly address: string }> {
  const server = createServer();
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  const bound = server.address();
  if (bound === null || typeof bound === "string") {
    throw new Error("no port");
  }
  return { server, address: `http://127.0.0.1:${bound.port}` };
}

/** An address whose port is free now; somebody else may take it before our server does, which is then started anew. */
async function freeAddress(): Promise<string> {
  const { server, address } = await listenAnywhere();
  await new Promise((done) => server.close(done));
  return address;
}

/**
 * The provider: whoever signs in is called by what they type; it is their address too, verified unless it begins with
 * "neu".
 */
function startProvider(server: Server, issuer: string, atlas: string): void {
  const provider = new Provider(issuer, {
    clients: [
      {
        client_id: CLIENT,
        client_secret: SECRET,
        redirect_uris: [`${atlas}/anmelden/extern/zurueck`],
        post_logout_redirect_uris: [`${atlas}/`],
        response_types: ["code"],
        grant_types: ["authorization_code"],
      },
    ],
    cookies: { keys: ["ein Schlüssel für diesen Test"] },
    claims: { openid: ["sub"], email: ["email", "email_verified"] },
    pkce: { required: () => true },
    findAccount: (_context, id) => ({
      accountId: id,
      claims: () => ({ sub: id, email: id, email_verified: !id.startsWith("neu") }),
    }),
  });
  server.on("request", provider.callback());
}

/** Starts our server over a county of its own, with this provider; null where it ended at once. */
async function openAtlas(atlas: string, issuer: string, data: string): Promise<ChildProcess | null> {
  const binary = process.env["SOZIALATLAS_E2E_BINARY"];
  const home = process.env["SOZIALATLAS_E2E_HOME"];
  if (!binary || !home) {
    throw new Error("run the journeys by scripts/with-server.sh");
  }
  const listen = new URL(atlas).host;
  const server = spawn(binary, ["serve", "--listen", listen, "--data-dir", data, "--base-url", atlas], {
    cwd: home,
    stdio: ["ignore", "ignore", "inherit"],
    env: {
      ...process.env,
      SOZIALATLAS_LOG: "warn",
      SOZIALATLAS_SECOND_FACTOR: "none",
      SOZIALATLAS_OIDC_ISSUER: issuer,
      SOZIALATLAS_OIDC_CLIENT_ID: CLIENT,
      SOZIALATLAS_OIDC_CLIENT_SECRET: SECRET,
      SOZIALATLAS_OIDC_LABEL: "Kreis-Login",
    },
  });
  for (let tries = 0; tries < 600; tries += 1) {
    const answer = await fetch(`${atlas}/readyz`).catch(() => undefined);
    if (answer?.ok) {
      return server;
    }
    if (server.exitCode !== null) {
      return null;
    }
    await new Promise((done) => setTimeout(done, 100));
  }
  server.kill("SIGTERM");
  throw new Error("the server did not start");
}

/** Opens both on free ports. */
export async function openSignInProvider(): Promise<SignInProvider> {
  const { server: provider, address: issuer } = await listenAnywhere();
  const data = mkdtempSync(join(tmpdir(), "sozialatlas-provider-"));
  let atlas = "";
  let server: ChildProcess | null = null;
  for (let tries = 0; tries < 3 && server === null; tries += 1) {
    atlas = await freeAddress();
    provider.removeAllListeners("request");
    startProvider(provider, issuer, atlas);
    server = await openAtlas(atlas, issuer, data);
  }
  if (server === null) {
    throw new Error("the server did not start");
  }
  return around(provider, server, { atlas, data });
}

/** Both, and how they are ended. */
function around(
  provider: Server,
  server: ChildProcess,
  { atlas, data }: Pick<SignInProvider, "atlas" | "data">,
): SignInProvider {
  return {
    atlas,
    data,
    close: async () => {
      const ended = new Promise((done) => server.once("exit", done));
      server.kill("SIGTERM");
      await ended;
      provider.closeAllConnections();
      await new Promise((done) => provider.close(done));
      rmSync(data, { recursive: true, force: true });
    },
  };
}
