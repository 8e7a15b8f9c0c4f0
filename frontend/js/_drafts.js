// Words are kept on the device while they are written, and stand in their form again after a crash, a time-out, a closed tab.
import { fill, read } from "./_fields.js";
import { claim, drafts, forget, isOpenElsewhere, keep } from "./_kept.js";
import { element, say } from "./_say.js";

const EVERY_MS = 2000;
const SOON_MS = 1500; // longer a save does not wait for the device

export async function watch(form) {
  const state = { id: crypto.randomUUID(), dirty: false, timer: 0, note: noteOf(form) };
  await pickUp(form, state);
  await claim(state.id);
  form.append(element("input", { type: "hidden", name: "draft", value: state.id }));
  const later = () => {
    state.dirty = true;
    state.timer ||= setTimeout(now, EVERY_MS);
  };
  const now = () => save(form, state);
  form.addEventListener("input", later);
  form.addEventListener("submit", (event) => keepFirst(event, form, state));
  addEventListener("pagehide", now);
  document.addEventListener("visibilitychange", () => document.hidden && now());
  form.keepDraft = now;
}

// The last words are on the device before the page goes: where it leads to may be sign-in, or nowhere.
function keepFirst(event, form, state) {
  sessionStorage.setItem("sent", state.id);
  if (!state.dirty && !state.keeping) return;
  event.preventDefault();
  event.stopImmediatePropagation();
  if (state.keeping) return;
  state.keeping = true;
  const soon = new Promise((done) => setTimeout(done, SOON_MS));
  Promise.race([save(form, state), soon])
    .catch(() => {})
    .finally(() => {
      state.keeping = false;
      form.requestSubmit(event.submitter);
    });
}

async function save(form, state) {
  clearTimeout(state.timer);
  state.timer = 0;
  if (!state.dirty) return state.id;
  state.dirty = false;
  await keep(state.id, content(form, state.standing));
  state.note.textContent = say("kept", Date.now());
  return state.id;
}

// standing: "to-send" when it is to go up by itself.
export const content = (form, standing = "open") => ({
  path: location.pathname,
  form: form.dataset.draft,
  version: form.dataset.version,
  title: document.querySelector("h1")?.textContent.trim() ?? "",
  called: document.querySelector("[data-called]")?.textContent.trim() ?? "",
  fields: read(form),
  goesUp: form.hasAttribute("data-goes-up"),
  standing,
});

// A form that was sent and not taken has its words already, and goes on with its own draft, never with one another tab has left.
async function pickUp(form, state) {
  const notTaken = form.querySelector("[aria-invalid=true], [name=asked]") || document.querySelector("[data-error-summary]");
  const fits = ({ id, version }) => version === form.dataset.version && (!notTaken || id === sessionStorage.getItem("sent"));
  let mine;
  const left = [];
  for (const draft of await drafts()) {
    if (draft.path !== location.pathname || draft.form !== form.dataset.draft || draft.standing === "to-send") continue;
    if (!mine && fits(draft) && (await claim(draft.id))) mine = draft;
    else if (!notTaken && !(await isOpenElsewhere(draft.id))) left.push(draft);
  }
  if (mine) state.id = mine.id;
  if (mine && !notTaken) putBack(form, state, mine);
  for (const draft of left) form.before(asText(draft, say("older", draft.kept)));
}

function putBack(form, state, draft) {
  const unplaced = fill(form, draft.fields);
  state.note.replaceChildren(say("restored", draft.kept), " ", element("button", { type: "button", className: "tap tap--small", textContent: say("afresh"), onclick: () => afresh(draft.id) }));
  form.prepend(state.note);
  if (unplaced.length) form.before(asText({ ...draft, fields: unplaced }, say("older", draft.kept)));
}

async function afresh(id) {
  await forget(id);
  location.reload();
}

// Words that have no place in this form, to be placed by hand. They go only when somebody says so.
function asText({ id, fields }, sentence) {
  const box = element("section", { className: "card older" }, element("p", { textContent: sentence }), ...asLines(fields));
  box.append(element("button", { type: "button", className: "tap", textContent: say("placed"), onclick: () => forget(id).then(() => box.remove()) }));
  return box;
}

// What somebody wrote, each piece under its label; what only the form needs is left out.
export const asLines = (fields) =>
  fields
    .filter(([name, value]) => value && !/key$|^as_it_stood$|_seconds$/.test(name))
    .flatMap(([, value, label]) => [element("p", { className: "quiet", textContent: label }), element("p", { className: "older__words", textContent: value })]);

function noteOf(form) {
  const note = element("p", { className: "kept" });
  note.setAttribute("role", "status");
  (form.querySelector(".govuk-button:last-of-type") ?? form.lastElementChild).before(note);
  return note;
}
