import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { createServer, type Server } from "node:http";

/** A server of ours beside the one that all journeys share: with other settings, over data of its own. */
export interface OwnServer {
  /** Its address. */
  readonly address: string;
  /** Ends it, by its own handle. */
  close(): Promise<void>;
}

/** Settings as the environment gives them. */
type Settings = Readonly<Record<string, string>>;

function surroundings(): { readonly binary: string; readonly home: string } {
  const binary = process.env["SOZIALATLAS_E2E_BINARY"];
  const home = process.env["SOZIALATLAS_E2E_HOME"];
  if (!binary || !home) {
    throw new Error("run the journeys by scripts/with-server.sh");
  }
  return { binary, home };
}

/** Runs a command of the program and waits for its end; fails where it fails. */
export function command(words: readonly string[], input = ""): void {
  const { binary, home } = surroundings();
  execFileSync(binary, words, { input, stdio: ["pipe", "pipe", "pipe"], cwd: home });
}

/** A server on a port that the system chooses and that stays its own. */
export async function listenAnywhere(): Promise<{ readonly server: Server; readonly address: string }> {
  const server = createServer();
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  const bound = server.address();
  if (bound === null || typeof bound === "string") {
    throw new Error("no port");
  }
  return { server, address: `http://127.0.0.1:${bound.port}` };
}

/** Starts the program at an address; null where it ended at once. */
async function start(
  address: string,
  words: readonly string[],
  settings: Settings,
): Promise<ChildProcess | null> {
  const { binary, home } = surroundings();
  const listen = new URL(address).host;
  const server = spawn(binary, ["serve", "--listen", listen, "--base-url", address, ...words], {
    cwd: home,
    stdio: ["ignore", "ignore", "inherit"],
    env: { ...process.env, SOZIALATLAS_LOG: "warn", ...settings },
  });
  for (let tries = 0; tries < 600; tries += 1) {
    const answer = await fetch(`${address}/readyz`).catch(() => undefined);
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

/**
 * Starts the program on a port that is free: its public address has to be known before it starts. Somebody else may take
 * the port in between; then it is tried again. `settings` are made for the address.
 */
export async function openServer(
  words: readonly string[],
  settings: (address: string) => Settings,
): Promise<OwnServer> {
  for (let tries = 0; tries < 3; tries += 1) {
    const { server: holder, address } = await listenAnywhere();
    await new Promise((done) => holder.close(done));
    const server = await start(address, words, settings(address));
    if (server !== null) {
      const close = async (): Promise<void> => {
        const ended = new Promise((done) => server.once("exit", done));
        server.kill("SIGTERM");
        await ended;
      };
      return { address, close };
    }
  }
  throw new Error("the server did not start");
}
