// Beside the words: what is recognised in them is offered, and the seconds of writing are counted. The page works without it.

const form = document.querySelector("form[data-offers]");
const words = form.elements.words;
const shown = form.querySelector("[data-offered]");

// Seconds in which the form is being written in. A pause longer than this is not writing.
const PAUSE_MS = 20_000;
let last = 0;
let active = 0;
for (const kind of ["input", "pointerdown"]) {
  form.addEventListener(kind, () => {
    const now = performance.now();
    if (last) active += Math.min(now - last, PAUSE_MS);
    last = now;
    form.elements.active_seconds.value = Math.round(active / 1000);
  });
}

// When the writing rests, the words are looked through; what was taken or left is not offered again.
const REST_MS = 1200;
const answered = new Set();
let resting;
words.addEventListener("input", () => {
  clearTimeout(resting);
  resting = setTimeout(look, REST_MS);
});

async function look() {
  const body = new FormData();
  body.set("csrfmiddlewaretoken", form.elements.csrfmiddlewaretoken.value);
  body.set("words", words.value);
  try {
    const answer = await fetch(form.dataset.offers, { method: "POST", body });
    if (!answer.ok || answer.redirected) return;
    shown.innerHTML = await answer.text();
    for (const offer of shown.querySelectorAll(".offer")) if (answered.has(offer.textContent)) offer.remove();
    if (!shown.querySelector(".offer")) shown.replaceChildren();
  } catch {
    // No signal: nothing is offered, and nothing is lost.
  }
}

shown.addEventListener("click", ({ target }) => {
  const offer = target.closest(".offer");
  if (!offer) return;
  answered.add(offer.textContent);
  if (offer.dataset.kind === "there") wasThere(offer.dataset.name);
  else fill(offer.dataset);
  offer.remove();
  if (!shown.querySelector(".offer")) shown.replaceChildren();
});

function wasThere(name) {
  const tap = [...form.querySelectorAll("[name=there]")].find(({ value }) => value === name);
  if (tap) tap.checked = true;
  else form.elements.who.value = [form.elements.who.value, name].filter(Boolean).join(", ");
  form.elements.who.dispatchEvent(new Event("input", { bubbles: true }));
}

function fill({ kind, ...parts }) {
  const [first] = Object.keys(parts);
  for (let row = 0; form.elements[`${kind}_${row}_${first}`]; row++) {
    const box = form.elements[`${kind}_${row}_${first}`];
    if (box.value) continue;
    for (const [part, value] of Object.entries(parts)) form.elements[`${kind}_${row}_${part}`].value = value;
    box.closest("details").open = true;
    box.dispatchEvent(new Event("input", { bubbles: true }));
    return;
  }
}
