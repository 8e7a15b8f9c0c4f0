// Words are sealed with a key of this account on this device (AES-GCM). The server holds the key too, and can destroy it.
import { all, get, put, remove } from "./_store.js";

const KIND = "AES-GCM";
const NONCE_BYTES = 12;
const text = new TextEncoder();

// Under which name this account's words are kept. A page that was kept for want of a signal knows nobody: then the last one here.
export function keeper() {
  const { keeper: signedIn } = document.body.dataset;
  if (signedIn) localStorage.setItem("keeper", signedIn);
  return signedIn ?? localStorage.getItem("keeper");
}

const ASK_AGAIN_MS = 10 * 60 * 1000;

// Whether the key still stands is asked in each tab, every ten minutes, and where the keys themselves are looked after.
function askedLately(name) {
  const [whose, at] = (sessionStorage.getItem("asked") ?? "").split(" ");
  return whose === name && Math.abs(Date.now() - Number(at)) < ASK_AGAIN_MS && !document.querySelector("[data-devices]");
}

// The key, from here or else from the server. Whoever signs in leaves no key of another account here.
export async function key(name) {
  const signedIn = document.body.dataset.keeper === name;
  if (signedIn) await forgetKeys(name);
  const kept = await get("keys", name);
  const token = signedIn && document.querySelector("[name=csrfmiddlewaretoken]")?.value;
  if (!token || (kept && askedLately(name))) return kept;
  try {
    const answer = await fetch("/device-key/", { method: "POST", headers: { "X-CSRFToken": token } });
    if (!answer.ok || answer.redirected) return kept;
    const told = await answer.json();
    sessionStorage.setItem("asked", `${name} ${Date.now()}`);
    if (told.keeper !== name) return kept; // somebody else has signed in meanwhile
    if (kept?.number === told.number) return kept;
    const bytes = Uint8Array.from(atob(told.key), (one) => one.charCodeAt(0));
    const made = { keeper: told.keeper, number: told.number, key: await crypto.subtle.importKey("raw", bytes, KIND, false, ["encrypt", "decrypt"]) };
    await put("keys", made);
    return made;
  } catch {
    return kept; // no signal
  }
}

// All keys here, or all but that of one account.
export async function forgetKeys(but) {
  if (!but) sessionStorage.removeItem("asked");
  if (!but) localStorage.removeItem("keeper");
  for (const { keeper: name } of await all("keys")) if (name !== but) await remove("keys", name);
}

const how = (iv, name, id) => ({ name: KIND, iv, additionalData: text.encode(`${name} ${id}`) });

export async function seal({ keeper: name, number, key: sealing }, id, content) {
  const iv = crypto.getRandomValues(new Uint8Array(NONCE_BYTES));
  const box = await crypto.subtle.encrypt(how(iv, name, id), sealing, text.encode(JSON.stringify(content)));
  return { id, keeper: name, number, iv, box, kept: Date.now() };
}

// What is in it, or null where this key does not open it.
export async function unseal({ keeper: name, key: sealing }, { id, iv, box }) {
  try {
    return JSON.parse(new TextDecoder().decode(await crypto.subtle.decrypt(how(iv, name, id), sealing, box)));
  } catch {
    return null;
  }
}
