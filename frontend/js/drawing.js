// A map, drawn together: the paper, the list beside it, and a sheet for the one that is chosen, always in step.
import { Changes, is } from "./_changes.js";
import { Paper } from "./_paper.js";
import { element } from "./_say.js";

const root = document.querySelector("[data-drawing]");
const find = (name) => root.querySelector(`[data-${name}]`);
const sentences = find("sentences").dataset;
const say = (name, fill = {}) => Object.entries(fill).reduce((text, [key, value]) => text.replace(`{${key}}`, value), sentences[name]);
const [sheet, adding, editing, list] = ["sheet", "add", "thing", "things"].map(find);
const ties = root.dataset.kind === "ties";
const field = ties ? "name" : "what";
const STEP = 12, REST_MS = 600;
let chosen = null; // the id of a thing
let spot = null; // where the next one goes
let joining = false;
let last = ""; // the name of what was taken out
let nudging;

const idOf = (thing) => String(thing.key || thing.pk);
const thingOf = (id) => changes.map.things.find((thing) => is(thing, id));
const nameOf = (id) => thingOf(id)?.[field] ?? "";
const tell = (text) => (find("told").textContent = text);

function shown(now) {
  paper.show(now);
  listed(now);
  find("circles").replaceChildren(...now.circles.map((circle) => element("p", { className: "circle", textContent: `${sentences.circle} ${circle}` })));
  if (chosen && !thingOf(chosen)) close();
  else if (chosen) fill();
  steps();
}

function steps() {
  root.querySelector("[data-do=undo]").disabled = !changes.done.length && !changes.waiting.length;
  root.querySelector("[data-do=redo]").disabled = !changes.undone.length;
}

function listed(now) {
  const focused = document.activeElement?.dataset?.one;
  list.replaceChildren(...now.things.map((thing) => {
    const one = element("button", { type: "button", className: "drawing__one" }, element("b", { textContent: thing[field], dir: "auto" }), element("span", { textContent: inWords(thing) }));
    one.dataset.one = idOf(thing);
    one.setAttribute("aria-describedby", "how");
    one.setAttribute("aria-pressed", String(idOf(thing) === chosen));
    return element("li", {}, one);
  }));
  if (focused) list.querySelector(`[data-one="${CSS.escape(focused)}"]`)?.focus();
}

function inWords(thing) {
  const labels = ["strength", "flow", "seen_by"].filter((name) => thing[name] && thing[name] !== "none").map((name) => labelOf(name, thing[name]));
  return [thing.relation, ...labels, thing.eased && sentences.eased].filter(Boolean).join(", ");
}

const labelOf = (name, value) => editing.querySelector(`[name=${name}][value="${value}"]`)?.labels[0]?.textContent.trim() ?? value;

function saved(change) {
  const name = nameOf(change.id ?? change.cause ?? change.key ?? "") || last;
  const kinds = { add: "added", change: "changed", place: "placed", take_out: "taken", join: "joined", part: "parted" };
  if (change.way !== "done") tell(say("back"));
  else if (change.do === "add" && is(thingOf(change.key) ?? {}, chosen)) {
    reveal();
    tell(say("added", { name }));
  } else tell(say(kinds[change.do], { name: change.places ? nameOf(Object.keys(change.places)[0]) : name, other: nameOf(change.effect ?? "") }));
  steps();
}

function refused(reason) {
  unsaved(0);
  find("unsaved").textContent = reason;
  find("unsaved").hidden = false;
}

function unsaved(count, signedOut = false) {
  const note = find("unsaved");
  note.hidden = !count;
  if (count) note.textContent = signedOut ? sentences.signin : count === 1 ? sentences.waitingone : say("waiting", { count });
  else note.textContent = "";
}

// The sheet.
function tapped(id) {
  if (joining && chosen && id !== chosen) return join(id);
  open(id);
}

function open(id, focus = false) {
  joining = false;
  chosen = id;
  sheet.hidden = editing.hidden = false;
  adding.hidden = true;
  paper.choose(id);
  fill();
  listed(changes.map);
  reveal();
  if (focus) editing.elements[field].focus();
}

// On a phone the sheet lies over the foot of the paper.
function reveal() {
  const over = getComputedStyle(sheet).position === "fixed" && !sheet.hidden;
  paper.reveal(chosen, over ? sheet.getBoundingClientRect().top : innerHeight);
}

function fill() {
  const thing = thingOf(chosen);
  find("sheet-name").textContent = thing[field];
  for (const box of editing.elements) {
    if (!box.name || box === document.activeElement && box.type === "text") continue;
    if (box.type === "radio") box.checked = box.value === thing[box.name];
    else if (box.type === "checkbox") box.checked = Boolean(thing[box.name]);
    else box.value = thing[box.name] ?? "";
  }
  if (!ties) led(thing);
}

function led(thing) {
  const now = changes.map;
  const effects = now.leads.filter(({ cause }) => is(thing, cause)).map(({ effect }) => thingOf(effect)).filter(Boolean);
  const others = now.things.filter((other) => other !== thing && !effects.includes(other));
  find("leads-to").replaceChildren(new Option(sentences.choose, ""), ...others.map((other) => new Option(other.what, idOf(other))));
  find("led").replaceChildren(...effects.map((effect) => {
    const part = element("button", { type: "button", className: "tap tap--small", textContent: sentences.part }, element("span", { className: "govuk-visually-hidden", textContent: `: ${effect.what}` }));
    part.addEventListener("click", () => changes.make({ do: "part", cause: idOf(thing), effect: idOf(effect) }));
    return element("li", { className: "leads-row" }, element("span", { textContent: effect.what }), part);
  }));
}

function openAdd(at = null) {
  [spot, chosen, joining] = [at, null, false];
  paper.choose(null);
  sheet.hidden = adding.hidden = false;
  editing.hidden = true;
  find("sheet-name").textContent = sentences.newone;
  adding.elements.name.value = "";
  adding.elements.name.focus();
}

function close() {
  const from = chosen;
  [chosen, joining] = [null, false];
  sheet.hidden = true;
  paper.choose(null);
  listed(changes.map);
  (list.querySelector(`[data-one="${CSS.escape(from ?? "")}"]`) ?? root.querySelector("[data-do=add]")).focus({ preventScroll: true });
}

// One gesture, one change.

function move(id, at) {
  const { stood } = thingOf(id);
  changes.make({ do: "place", places: { [id]: at }, ...(stood.x === undefined ? {} : { stood: { [id]: { x: stood.x, y: stood.y } } }) });
}

function join(effect) {
  const there = changes.map.leads.some((lead) => is(thingOf(chosen), lead.cause) && is(thingOf(effect), lead.effect));
  joining = editing.hidden = false;
  changes.make({ do: there ? "part" : "join", cause: chosen, effect });
}

adding.addEventListener("submit", (event) => {
  event.preventDefault();
  const text = adding.elements.name.value.trim();
  if (!text) return adding.elements.name.focus();
  const key = crypto.randomUUID();
  changes.make({ do: "add", key, [field]: text, ...(spot ? { at: spot } : {}) });
  open(key);
  list.querySelector(`[data-one="${key}"]`)?.focus({ preventScroll: true });
});

editing.addEventListener("submit", (event) => event.preventDefault());
editing.addEventListener("change", ({ target }) => {
  if (!target.name) return;
  const value = target.type === "checkbox" ? target.checked : target.value;
  const thing = thingOf(chosen);
  if (value === thing[target.name] || (target.name === field && !value.trim())) return fill();
  const stood = target.name in thing.stood ? { stood: { [target.name]: thing.stood[target.name] } } : {};
  changes.make({ do: "change", id: chosen, known: { [target.name]: value }, ...stood });
});
find("leads-to")?.addEventListener("change", ({ target }) => target.value && join(target.value));

const DO = {
  add: () => openAdd(),
  undo: () => changes.undo() || tell(sentences.later),
  redo: () => changes.redo(),
  fit: () => paper.fit(),
  close,
  join: () => {
    joining = true;
    editing.hidden = true;
    tell((find("sheet-name").textContent = say("taponother", { name: nameOf(chosen) })));
  },
  take_out: () => {
    const thing = thingOf(chosen);
    last = thing[field];
    changes.make({ do: "take_out", id: chosen, stood: thing.stood });
  },
};
root.addEventListener("click", ({ target, detail }) => {
  const button = target.closest("button");
  if (button?.dataset.do) DO[button.dataset.do]();
  else if (button?.dataset.one) open(button.dataset.one, !detail); // by key: on to the first box; a thumb gets no keyboard it did not ask for
});

const ARROWS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };
root.addEventListener("keydown", (event) => {
  const { key, ctrlKey, metaKey, shiftKey, target } = event;
  if (key === "Escape" && !sheet.hidden) close();
  else if ((ctrlKey || metaKey) && /^[zy]$/i.test(key) && !target.matches("input[type=text], input:not([type])")) DO[shiftKey || key === "y" ? "redo" : "undo"]();
  else if (ARROWS[key] && target.dataset.one) nudge(target.dataset.one, ARROWS[key]);
  else return;
  event.preventDefault();
});
list.addEventListener("focusin", ({ target }) => target.dataset.one && paper.choose(target.dataset.one));

// Arrow keys in a row are one move.
function nudge(id, [across, down]) {
  const node = paper.cy.getElementById(id);
  node.position({ x: node.position("x") + across * STEP, y: node.position("y") + down * STEP });
  clearTimeout(nudging);
  nudging = setTimeout(() => move(id, [Math.round(node.position("x")), Math.round(node.position("y"))]), REST_MS);
}

// For the tests and the bench: where a thing is on the screen.
root.whereIs = (name) => {
  const box = find("paper").getBoundingClientRect();
  const node = paper.cy.nodes().filter((one) => one.id() === name || nameOf(one.id()) === name)[0];
  return node && { x: box.x + node.renderedPosition("x"), y: box.y + node.renderedPosition("y"), at: node.position() };
};

const map = JSON.parse(document.getElementById("map").textContent);
root.hidden = false;
document.querySelector("[data-undrawn]").hidden = true;
const paper = new Paper(find("paper"), { tapped, empty: (at) => openAdd(at), moved: move }, sentences.eased);
const changes = new Changes(map, find("token").elements.csrfmiddlewaretoken.value, { shown, saved, refused, unsaved });
shown(map);
paper.fit();
performance.mark("drawn");
