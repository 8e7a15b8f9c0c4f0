// No word is lost: everything a page does for the words on this device. Without IndexedDB, a key or locks it does nothing.
import { canKeep, clearUnreadable, drafts, forget, forgetSaved } from "./_kept.js";
import { asLines, watch } from "./_drafts.js";
import { goUpByItself } from "./_going_up.js";
import { didNotArrive, ownKey, savesWithNoSignal } from "./_no_signal.js";
import { announce, element, say } from "./_say.js";
import { forgetKeys } from "./_sealing.js";

export async function wordsKept() {
  if (!globalThis.indexedDB || !globalThis.crypto?.subtle || !navigator.locks) return;
  if (new URLSearchParams(location.search).has("out")) await forgetKeys();
  forgetKeyAtSignOut();
  await forgetSaved();
  if (!(await canKeep())) return;
  if (await clearUnreadable()) announce(say("gone"));
  for (const form of document.querySelectorAll("form[data-draft]")) {
    ownKey(form);
    await watch(form);
    if (form.hasAttribute("data-goes-up")) savesWithNoSignal(form);
  }
  await didNotArrive();
  document.documentElement.dataset.words = "kept"; // a test waits for it
  await goUpByItself();
  for (const place of document.querySelectorAll("[data-kept-words]")) await list(place);
}

// Signing out forgets the key here; the sealed words stay, and the same account reads them again.
function forgetKeyAtSignOut() {
  for (const form of document.querySelectorAll("form[data-sign-out]")) {
    form.addEventListener("submit", async (event) => {
      event.preventDefault();
      try {
        for (const open of document.querySelectorAll("form[data-draft]")) await open.keepDraft?.();
        await forgetKeys();
      } finally {
        form.submit();
      }
    });
  }
}

async function list(place) {
  const found = await drafts();
  if (found.length) place.replaceChildren(element("h2", { textContent: say("heading") }), element("ul", { className: "people" }, ...found.map(row)));
  place.hidden = !found.length;
}

// Where the words belong, how they stand, and the words themselves: their page may be gone.
function row({ id, path, title, called, standing, kept, fields }) {
  const words = say(standing === "to-send" ? "tosend" : "unsaved", kept);
  const made = element("li", {}, element("a", { href: path, textContent: [called, title].filter(Boolean).join(": ") }), element("p", { className: "people__more", textContent: words }));
  const shown = element("details", {}, element("summary", { textContent: say("words") }), ...asLines(fields));
  shown.append(element("button", { type: "button", className: "tap tap--small", textContent: say("away"), onclick: () => forget(id).then(() => made.remove()) }));
  made.append(shown);
  return made;
}
