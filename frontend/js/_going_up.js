// A write-up saved with no signal goes up by itself when there is one: through the form's own address, with the form's own key.
import { drafts, forgetSaved, isSaved, keep } from "./_kept.js";
import { announce, element, say } from "./_say.js";

const EVERY_MS = 60_000;

export function goUpByItself() {
  const go = () => navigator.locks.request("going-up", { ifAvailable: true }, (lock) => lock && goUp());
  addEventListener("online", go);
  setInterval(go, EVERY_MS);
  return go();
}

async function goUp() {
  for (const draft of await drafts()) {
    if (draft.standing !== "to-send") continue;
    const became = await send(draft).catch(() => "waiting");
    if (became === "saved") {
      await forgetSaved();
      announce(say("went"), element("a", { href: draft.path.replace("conversations/new/", ""), textContent: say("look") }));
    } else if (became === "refused") {
      await keep(draft.id, { ...draft, standing: "open" });
      announce(say("refused"), element("a", { href: draft.path, textContent: say("look") }));
    } else announce(say(became));
  }
}

// saved, refused, waiting (no signal) or signin (nobody is signed in, or somebody else: words are never sent under another's name).
async function send({ id, keeper, path, version, fields }) {
  const page = await fetch(path);
  if (page.redirected) return "signin";
  if (page.status !== 404 && !page.ok) return "waiting";
  const { body: there } = new DOMParser().parseFromString(await page.text(), "text/html");
  if (page.ok && there.dataset.keeper !== keeper) return "signin";
  const form = there.querySelector("form[data-goes-up]");
  if (form?.dataset.version !== version) return "refused"; // a newer form would drop what it does not know
  const body = new FormData();
  for (const [name, value] of fields) body.append(name, value);
  body.set("draft", id);
  body.set("csrfmiddlewaretoken", form.elements.csrfmiddlewaretoken.value);
  const answer = await fetch(path, { method: "POST", body, redirect: "manual" });
  if (isSaved(id)) return "saved"; // said by the server alone: a redirect may lead to sign-in
  if (answer.type === "opaqueredirect") return "signin";
  return answer.status >= 500 || answer.status === 403 ? "waiting" : "refused";
}
