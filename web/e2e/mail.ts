import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { until } from "./support.js";

/** The folder into which the server that all journeys share puts its mail. */
export const MAIL = process.env["SOZIALATLAS_MAIL_DIR"] ?? "";

/** Undoes the encoding of a part of a mail (RFC 2045, section 6). */
function decoded(body: string, encoding: string): string {
  if (encoding === "base64") {
    return Buffer.from(body, "base64").toString();
  }
  if (encoding !== "quoted-printable") {
    return body;
  }
  const bytes = body
    .replace(/=\r?\n/g, "")
    .replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  return Buffer.from(bytes, "latin1").toString();
}

/** The plain text of a mail. */
function plainText(mail: string): string {
  const part = /Content-Type: text\/plain[\s\S]*?\r\n\r\n([\s\S]*?)\r\n--/i.exec(mail);
  const encoding = /Content-Transfer-Encoding: (\S+)/i.exec(part?.[0] ?? "")?.[1] ?? "";
  return decoded(part?.[1] ?? "", encoding.toLowerCase());
}

/** Waits for a mail to somebody in a folder, and for the first link in it that matches. */
export async function linkTo(recipient: string, path: RegExp, folder = MAIL): Promise<string> {
  let link = "";
  await until(() => {
    const mails = readdirSync(folder).filter((name) => name.endsWith(".eml"));
    const letters = mails.map((name) => readFileSync(join(folder, name), "latin1"));
    const texts = letters.filter((mail) => mail.includes(`To: ${recipient}`)).map(plainText);
    const links = texts.join("\n").match(/https?:\/\/\S+/g) ?? [];
    link = links.find((address) => path.test(new URL(address).pathname)) ?? "";
    assert.notEqual(link, "", `no such link in ${texts.length} mails to ${recipient}`);
  });
  return link;
}
