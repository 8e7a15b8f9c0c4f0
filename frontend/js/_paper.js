// The paper: things are moved by finger or mouse, pinched and panned. It draws what it is given, and says what was done.
import cytoscape from "cytoscape";

const INK = "#221f1b", SOFT = "#645d53", ACT = "#0d5a5a", THINK = "#9c4522", CARD = "#fffdf9", LINE = "#d9cdb8";
const FACE = "Atkinson Hyperlegible, system-ui, sans-serif";
const SMALLEST = 40, MANY = 20; // no smaller than a fingertip, but where many would lie over one another: pinch
const STRENGTH = { strong: [5, "solid", INK], ordinary: [1.8, "solid", INK], strained: [2.5, "dotted", INK], broken: [1.8, "dashed", INK], wished: [1.2, "dashed", "#857c70"] };

const strength = (at) => (edge) => STRENGTH[edge.data("strength")][at];
const helps = (...flows) => (edge) => (flows.includes(edge.data("flow")) ? "triangle" : "none");

const STYLE = [
  { selector: "node", style: {
    shape: "round-rectangle", width: "data(width)", height: "data(height)", label: "data(label)", "text-wrap": "wrap", "text-max-width": 400,
    "text-valign": "center", "text-halign": "center", "font-family": FACE, "font-size": 14, "line-height": 1.2, color: INK,
    "background-color": CARD, "border-width": 1, "border-color": LINE } },
  { selector: "node.me", style: { shape: "ellipse", "background-color": ACT, "border-width": 0, color: "#fff", "font-weight": 700, "font-size": "data(size)", events: "no" } },
  { selector: "node.cause", style: { "border-color": INK, "border-width": 1.4 } },
  { selector: "node.met", style: { "background-color": "#eef3ef", "border-color": ACT } },
  { selector: "node.together", style: { "border-width": 3 } },
  { selector: "node.ours", style: { "border-style": "dashed" } },
  { selector: "node.circle", style: { "background-color": "#f8ece4", "border-color": THINK } },
  { selector: "node.eased", style: { "border-color": "#857c70", color: SOFT } },
  { selector: "node:selected, node.chosen", style: { "border-width": 3, "border-color": ACT, "border-style": "solid", "underlay-color": "#ffd75e", "underlay-padding": 5, "underlay-opacity": 0.9 } },
  { selector: "edge.tie", style: {
    width: strength(0), "line-style": strength(1), "line-color": strength(2), "line-dash-pattern": [10, 6], "curve-style": "straight",
    "source-arrow-shape": helps("from_them", "both"), "target-arrow-shape": helps("to_them", "both"), "source-arrow-color": INK, "target-arrow-color": INK, events: "no" } },
  { selector: "edge.lead", style: {
    width: 1.6, "line-color": SOFT, "target-arrow-color": SOFT, "target-arrow-shape": "triangle", "curve-style": "unbundled-bezier",
    "control-point-distances": (edge) => edge.data("bend"), "control-point-weights": 0.5, "edge-distances": "node-position", events: "no" } },
  { selector: "edge.round", style: { width: 2.6, "line-color": THINK, "target-arrow-color": THINK } },
];

const idOf = (thing) => String(thing.key || thing.pk);

function elements(map, eased) {
  const found = map.things.map((thing) => ({
    group: "nodes", data: { id: idOf(thing), width: Math.max(SMALLEST, thing.width + (map.kind === "ties" ? 12 : 0)), height: Math.max(map.things.length > MANY ? 0 : SMALLEST, thing.height + 6), label: [...thing.lines, ...(thing.eased ? [eased] : [])].join("\n") },
    position: { x: thing.x, y: thing.y }, classes: map.kind === "ties" ? "person" : ["cause", thing.seen_by, thing.eased && "eased", thing.on_circle && "circle", thing.is_how_we_met && "met"].filter(Boolean).join(" "),
  }));
  if (map.me) {
    found.unshift({ group: "nodes", data: { id: "me", width: 2 * map.me.radius, height: 2 * map.me.radius, label: map.me.lines.join("\n"), size: map.me.size }, position: { x: 0, y: 0 }, classes: "me", grabbable: false, selectable: false });
    for (const thing of map.things) found.push({ group: "edges", data: { id: `tie ${idOf(thing)}`, source: "me", target: idOf(thing), strength: thing.strength, flow: thing.flow }, classes: "tie" });
  }
  const ids = new Map(map.things.flatMap((thing) => [[String(thing.pk), idOf(thing)], [thing.key, idOf(thing)]]));
  for (const { cause, effect, bend, on_circle: round } of map.leads) {
    const [source, target] = [ids.get(String(cause)), ids.get(String(effect))];
    if (source && target) found.push({ group: "edges", data: { id: `lead ${source} ${target}`, source, target, bend }, classes: round ? "lead round" : "lead" });
  }
  return found;
}

export class Paper {
  // told: tapped(id), empty(at), moved(id, at)
  constructor(place, told, eased) {
    this.eased = eased;
    this.cy = cytoscape({ container: place, style: STYLE, layout: { name: "preset" }, minZoom: 0.25, maxZoom: 3, boxSelectionEnabled: false, selectionType: "single", autounselectify: true });
    this.cy.on("tap", (event) => {
      if (event.target === this.cy) told.empty([Math.round(event.position.x), Math.round(event.position.y)]);
      else if (event.target.isNode()) told.tapped(event.target.id());
    });
    this.cy.on("dragfree", "node", ({ target }) => told.moved(target.id(), [Math.round(target.position("x")), Math.round(target.position("y"))]));
  }

  show(map) {
    const wanted = elements(map, this.eased);
    this.cy.batch(() => {
      const kept = new Set(wanted.map(({ data }) => data.id));
      this.cy.elements().filter((one) => !kept.has(one.id())).remove();
      this.cy.add(wanted.filter(({ data }) => !this.cy.getElementById(data.id).length));
      for (const one of wanted) {
        const there = this.cy.getElementById(one.data.id);
        if (there.data() !== one.data) {
          there.data(one.data);
          there.classes(one.classes + (there.hasClass("chosen") ? " chosen" : ""));
          if (one.position && !there.grabbed()) there.position(one.position);
        }
      }
    });
  }

  choose(id) {
    this.cy.nodes().removeClass("chosen");
    if (id) this.cy.getElementById(id).addClass("chosen");
  }

  // Bring one into what can be seen of the paper: above the sheet, within the screen.
  reveal(id, floor) {
    const node = this.cy.getElementById(id);
    if (!node.length) return;
    const box = this.cy.container().getBoundingClientRect();
    const [low, high, edge] = [Math.max(0, box.top) - box.top + 40, Math.min(floor, box.bottom) - box.top - 40, 60];
    const { x, y } = node.renderedPosition();
    const [right, down] = [Math.min(Math.max(x, edge), box.width - edge), high > low ? Math.min(Math.max(y, low), high) : y];
    if (right !== x || down !== y) this.cy.panBy({ x: right - x, y: down - y });
  }

  // All of it where that stays legible; else as much as can be read, with the middle in the middle.
  fit() {
    this.cy.resize();
    this.cy.fit(undefined, 14);
    const zoom = Math.min(1.25, this.cy.zoom());
    this.cy.zoom(zoom);
    this.cy.center();
  }
}
