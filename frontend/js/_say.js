// Sentences of the page, which the server has put into it in the reader's language.
const said = document.querySelector("[data-say]")?.dataset ?? {};

export const say = (name, time) => (said[name] ?? "").replace("{time}", time ? clock(time) : "");

function clock(time) {
  const day = new Date(time);
  const today = new Date().toDateString() === day.toDateString();
  return day.toLocaleString(document.documentElement.lang, today ? { hour: "2-digit", minute: "2-digit" } : { day: "numeric", month: "long", hour: "2-digit", minute: "2-digit" });
}

export function element(tag, properties = {}, ...inside) {
  const made = Object.assign(document.createElement(tag), properties);
  made.append(...inside);
  return made;
}

// One sentence at the head of the page, read aloud once.
export function announce(sentence, link) {
  const place = document.querySelector("[data-kept-status]");
  if (!place) return;
  place.replaceChildren(element("p", { textContent: `${sentence} ` }, ...(link ? [link] : [])));
  place.hidden = false;
}
