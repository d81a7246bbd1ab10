import { mkdtempSync, rmSync } from "node:fs";
import type { Server } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Provider from "oidc-provider";
import { listenAnywhere, openServer } from "./own-server.js";

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

/** Opens both on free ports. */
export async function openSignInProvider(): Promise<SignInProvider> {
  const { server: provider, address: issuer } = await listenAnywhere();
  const data = mkdtempSync(join(tmpdir(), "sozialatlas-provider-"));
  const atlas = await openServer(["--data-dir", data], (address) => {
    provider.removeAllListeners("request");
    startProvider(provider, issuer, address);
    return {
      SOZIALATLAS_SECOND_FACTOR: "none",
      SOZIALATLAS_OIDC_ISSUER: issuer,
      SOZIALATLAS_OIDC_CLIENT_ID: CLIENT,
      SOZIALATLAS_OIDC_CLIENT_SECRET: SECRET,
      SOZIALATLAS_OIDC_LABEL: "Kreis-Login",
    };
  });
  return {
    atlas: atlas.address,
    data,
    close: async () => {
      await atlas.close();
      provider.closeAllConnections();
      await new Promise((done) => provider.close(done));
      rmSync(data, { recursive: true, force: true });
    },
  };
}
