// A server over a county of its own: for what must not see what other journeys have done.
import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { PASSWORD } from "./accounts.js";

/** A running server. */
export interface OwnServer {
  readonly base: string;
  /** Adds an account that signs in by its password alone. */
  addAccount(email: string, role: string, organization?: string): void;
  /** Ends it and throws away what it wrote. */
  close(): Promise<void>;
}

/** The line on standard output that says where it answers; it comes when everything is ready. */
function address(server: ChildProcess): Promise<string> {
  return new Promise((found, failed) => {
    let told = "";
    server.stdout?.on("data", (part: Buffer) => {
      told += part.toString();
      const line = /(http:\/\/[0-9.:]+)\n/.exec(told);
      if (line?.[1] !== undefined) {
        found(line[1]);
      }
    });
    server.once("exit", (code) => failed(new Error(`the server ended with ${code} before it answered`)));
  });
}

/** Starts it on a port that the system chooses. */
export async function openServer(): Promise<OwnServer> {
  const binary = process.env["SOZIALATLAS_E2E_BINARY"];
  const home = process.env["SOZIALATLAS_E2E_HOME"];
  if (!binary || !home) {
    throw new Error("run the journeys by scripts/with-server.sh");
  }
  const data = mkdtempSync(join(tmpdir(), "sozialatlas-own-"));
  const server = spawn(binary, ["serve", "--listen", "127.0.0.1:0", "--data-dir", data], {
    cwd: home,
    stdio: ["ignore", "pipe", "inherit"],
    env: {
      ...process.env,
      SOZIALATLAS_LOG: "warn",
      SOZIALATLAS_SECOND_FACTOR: "none",
      SOZIALATLAS_MAIL_DIR: join(data, "mail"),
      SOZIALATLAS_MAIL_FROM: "atlas@example.org",
    },
  });
  const base = await address(server);
  return {
    base,
    addAccount: (email, role, organization) => {
      const words = ["account", "add", "--email", email, "--role", role, "--password-stdin"];
      const whose = organization === undefined ? [] : ["--organization", organization];
      execFileSync(binary, [...words, ...whose, "--data-dir", data], {
        input: `${PASSWORD}\n`,
        stdio: ["pipe", "pipe", "pipe"],
        cwd: home,
      });
    },
    close: async () => {
      const ended = new Promise((done) => server.once("exit", done));
      server.kill("SIGTERM");
      await ended;
      rmSync(data, { recursive: true, force: true });
    },
  };
}
