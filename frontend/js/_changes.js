// Changes of a map on their way: shown at once, sent one after the other, never lost silently. The server gives back what undoes each.

const AGAIN_MS = 5000;

// A map with one change made to it; the same map for what only the server can show.
export function made(map, change) {
  const { id, known } = change;
  const each = (turn) => ({ ...map, things: map.things.map((thing) => (is(thing, id) ? turn(thing) : thing)) });
  const ends = (lead) => String(lead.cause) === String(change.cause) && String(lead.effect) === String(change.effect);
  switch (change.do) {
    case "add":
      return { ...map, things: [...map.things, blank(map, change)] };
    case "change":
      return each((thing) => ({ ...thing, ...known, ...(known.name || known.what ? { lines: [known.name ?? known.what] } : {}) }));
    case "place":
      return { ...map, things: map.things.map((thing) => placed(thing, change.places[thing.pk] ?? change.places[thing.key])) };
    case "take_out":
      return { ...map, things: map.things.filter((thing) => !is(thing, id)), leads: map.leads.filter(({ cause, effect }) => ![cause, effect].some((end) => String(end) === String(id))) };
    case "join":
      return { ...map, leads: [...map.leads.filter((lead) => !ends(lead)), { cause: change.cause, effect: change.effect, bend: 0 }] };
    case "part":
      return { ...map, leads: map.leads.filter((lead) => !ends(lead)) };
    default:
      return map;
  }
}

export const is = (thing, id) => String(thing.pk) === String(id) || (thing.key && thing.key === String(id));

const placed = (thing, at) => (at ? { ...thing, x: at[0], y: at[1], put: true } : thing);

function blank(map, { key, at, name, what }) {
  const text = name ?? what;
  const [x, y] = at ?? [0, 120];
  const own = map.kind === "ties" ? { name: text, relation: "", strength: "ordinary", flow: "none" } : { what: text, seen_by: "ours", eased: false };
  return { pk: key, key, ...own, x, y, width: map.kind === "ties" ? 90 : 150, height: 34, lines: [text], put: true, stood: {} };
}

export class Changes {
  // told: shown(map), saved(change, answer), refused(reason), unsaved(count, signedOut)
  constructor(map, token, told) {
    Object.assign(this, { base: map, token, told, waiting: [], done: [], undone: [], sending: false, wanted: [] });
    addEventListener("online", () => this.send());
    addEventListener("beforeunload", (event) => this.waiting.length && event.preventDefault());
  }

  get map() {
    return this.waiting.reduce(made, this.base);
  }

  make(change, way = "done") {
    if (way === "done") this.undone = [];
    this.waiting.push({ ...change, key: change.key ?? crypto.randomUUID(), way });
    this.told.shown(this.map);
    this.send();
  }

  // What was sent and not answered can be undone only once it is known whether it was saved: it is undone then.
  later(way) {
    this.wanted.push(way);
    return false;
  }

  // false: later.
  undo() {
    const last = this.waiting.at(-1);
    if (last && !last.tried) {
      this.waiting.pop();
      this.told.shown(this.map);
      this.told.unsaved(this.waiting.length);
    } else if (last) return this.later("undo");
    else if (this.done.length) this.make(this.done.pop(), "undo");
    return true;
  }

  redo() {
    if (this.waiting.length) return this.later("redo");
    if (this.undone.length) this.make(this.undone.pop(), "redo");
    return true;
  }

  async send() {
    if (this.sending) return;
    this.sending = true;
    clearTimeout(this.again);
    while (this.waiting.length) {
      const [change] = this.waiting;
      change.tried = true;
      const answer = await this.post(change).catch(() => null);
      if (!answer?.map) {
        this.told.unsaved(this.waiting.length, answer === "signin");
        this.again = setTimeout(() => this.send(), AGAIN_MS);
        break;
      }
      this.waiting.shift();
      this.base = answer.map;
      if (answer.undo) (change.way === "undo" ? this.undone : this.done).push(answer.undo);
      this.told.shown(this.map);
      this.told.unsaved(0);
      if (answer.refused) this.told.refused(answer.refused);
      else this.told.saved(change);
    }
    this.sending = false;
    if (!this.waiting.length && this.wanted.length) this[this.wanted.shift()]();
  }

  // What was added on this page is known by the page's own key until the server has numbered it.
  numbered(id) {
    return this.base.things.find((thing) => is(thing, id))?.pk ?? id;
  }

  async post({ way: _way, tried: _tried, ...change }) {
    for (const end of ["id", "cause", "effect"]) if (end in change) change[end] = this.numbered(change[end]);
    if (change.places) change.places = Object.fromEntries(Object.entries(change.places).map(([id, at]) => [this.numbered(id), at]));
    if (change.do === "place" && change.stood) change.stood = Object.fromEntries(Object.entries(change.stood).map(([id, stood]) => [this.numbered(id), stood]));
    const headers = { "Content-Type": "application/json", "X-CSRFToken": this.token };
    const answer = await fetch(location.pathname, { method: "POST", headers, body: JSON.stringify(change) });
    if (answer.redirected || answer.status === 403) return "signin";
    return answer.ok || answer.status === 422 ? answer.json() : null;
  }
}
