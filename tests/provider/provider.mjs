// A real OpenID Connect provider for the tests, on this machine alone: oidc-provider with one client and a few invented people.
// Run: node provider.mjs PORT BACK, where BACK is the address it may send people back to. Prints "listening" when it is.
import { createServer } from "node:http";
import { Provider } from "oidc-provider";

const [port, back] = process.argv.slice(2);
const issuer = `http://localhost:${port}`;
const VERIFIED = { owen: true, stranger: true, unverified: false };

const findAccount = (_, accountId) => ({
  accountId,
  claims: () => ({
    sub: accountId,
    email: accountId === "unverified" ? "dev@northbridge.example" : `${accountId}@northbridge.example`,
    email_verified: VERIFIED[accountId] ?? false,
    name: "A name that is not asked for",
  }),
});

const provider = new Provider(issuer, {
  clients: [{ client_id: "alongside", client_secret: "a secret for the tests alone", redirect_uris: [back] }],
  claims: { openid: ["sub"], email: ["email", "email_verified"], profile: ["name"] },
  pkce: { required: () => true },
  features: { devInteractions: { enabled: false } },
  interactions: { url: (_, interaction) => `/interaction/${interaction.uid}` },
  cookies: { keys: ["a key for the tests alone"] },
  findAccount,
});

const page = (body) => `<!doctype html><html lang="en"><head><title>Northbridge at work</title><link rel="icon" href="data:,"></head><body><main>${body}</main></body></html>`;
const ASK = page(`<h1>Northbridge at work</h1><form method="post"><label>Who are you? <input name="login" autocomplete="off"></label><button>Sign in</button></form>
<form method="post"><input type="hidden" name="login" value=""><button>Leave</button></form>`);

async function read(request) {
  const parts = [];
  for await (const part of request) parts.push(part);
  return new URLSearchParams(Buffer.concat(parts).toString()).get("login");
}

async function interact(request, response) {
  const { params, grantId } = await provider.interactionDetails(request, response);
  if (request.method !== "POST") return response.writeHead(200, { "content-type": "text/html" }).end(ASK);
  const accountId = await read(request);
  if (!accountId) return provider.interactionFinished(request, response, { error: "access_denied" });
  const grant = grantId ? await provider.Grant.find(grantId) : new provider.Grant({ accountId, clientId: params.client_id });
  grant.addOIDCScope(params.scope);
  const consent = { grantId: await grant.save() };
  return provider.interactionFinished(request, response, { login: { accountId, remember: false }, consent });
}

const answer = provider.callback();
createServer((request, response) => {
  if (!request.url.startsWith("/interaction/")) return answer(request, response);
  return interact(request, response).catch((fault) => response.writeHead(500).end(String(fault)));
}).listen(Number(port), "localhost", () => console.log("listening"));
