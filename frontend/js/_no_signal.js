// The form that opens with no signal, and a save for which there is none.
import { read } from "./_fields.js";
import { drafts, keep } from "./_kept.js";
import { content } from "./_drafts.js";
import { announce, element, say } from "./_say.js";

export function savesWithNoSignal(form) {
  form.addEventListener("submit", async (event) => {
    if (navigator.onLine && !form.hasAttribute("data-no-signal")) return;
    event.preventDefault();
    const id = form.elements.draft.value;
    await keep(id, { ...content(form, "to-send"), fields: dated(read(form)) });
    form.replaceWith(element("div", { className: "card" }, element("p", { textContent: say("waiting") }), element("p", {}, element("a", { href: location.pathname, textContent: say("another") }))));
  });
}

// A save that was sent and did not arrive: this page stands in its place. The form's own key makes sending it again harmless.
export async function didNotArrive() {
  if (!document.querySelector("[data-did-not-arrive]")) return;
  const sent = sessionStorage.getItem("sent");
  const draft = (await drafts()).find(({ id, path, goesUp }) => id === sent && goesUp && path === location.pathname);
  if (!draft) return;
  await keep(draft.id, { ...draft, fields: dated(draft.fields), standing: "to-send" });
  announce(say("waiting"));
}

// One kept page serves many conversations: each gets a key of its own.
export function ownKey(form) {
  if (form.hasAttribute("data-no-signal")) form.elements.client_key.value = crypto.randomUUID();
}

// "Today" and "yesterday" are days by the calendar of the hour in which they were said.
function dated(fields) {
  const when = fields.find(([name]) => name === "when")?.[1];
  if (when !== "today" && when !== "yesterday") return fields;
  const day = new Date();
  if (when === "yesterday") day.setDate(day.getDate() - 1);
  const iso = `${day.getFullYear()}-${String(day.getMonth() + 1).padStart(2, "0")}-${String(day.getDate()).padStart(2, "0")}`;
  return [...fields.filter(([name]) => name !== "when" && name !== "other_day"), ["when", "other", ""], ["other_day", iso, ""]];
}
