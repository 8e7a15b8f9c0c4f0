// A write-up saved with no signal goes up by itself when there is one: through the form's own address, with the form's own key.
import { drafts, forget, isOpenElsewhere, keep } from "./_kept.js";
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
      await forget(draft.id);
      announce(say("went"), element("a", { href: draft.path.replace("conversations/new/", ""), textContent: say("look") }));
    } else if (became === "refused") {
      await keep(draft.id, { ...draft, standing: "open" });
      announce(say("refused"), element("a", { href: draft.path, textContent: say("look") }));
    } else announce(say(became));
  }
}

// saved, refused, waiting (no signal) or signin.
async function send({ id, path, fields }) {
  const page = await fetch(path);
  if (page.redirected) return "signin";
  if (page.status === 404) return "refused";
  if (!page.ok) return "waiting";
  const token = new DOMParser().parseFromString(await page.text(), "text/html").querySelector("main [name=csrfmiddlewaretoken]")?.value;
  const body = new FormData();
  for (const [name, value] of fields) body.append(name, value);
  body.set("csrfmiddlewaretoken", token ?? "");
  const answer = await fetch(path, { method: "POST", body, redirect: "manual" });
  if (answer.type === "opaqueredirect") return "saved";
  return answer.status >= 500 || answer.status === 403 ? "waiting" : "refused";
}
