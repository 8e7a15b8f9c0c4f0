import { wordsKept } from "./_words_kept.js";

// Small kindnesses. Every page works without them.

// After a form was refused, begin at the list of what needs another look.
document.querySelector("[data-error-summary]")?.focus();

// A double tap must not save twice: the button rests for five seconds.
const REST_MS = 5000;
addEventListener("submit", (event) => {
  const { target, submitter } = event;
  const large = target.querySelector(".govuk-file-upload--error[aria-invalid]");
  if (large) {
    event.preventDefault();
    large.focus();
  }
  if (event.defaultPrevented || !(submitter instanceof HTMLButtonElement)) return;
  setTimeout(() => (submitter.disabled = true)); // after the browser has read the button's own value
  setTimeout(() => (submitter.disabled = false), REST_MS);
});
addEventListener("pageshow", ({ persisted }) => {
  if (persisted) for (const button of document.querySelectorAll("button:disabled")) button.disabled = false;
});

// A file too large is said beside the field, before anything is sent.
addEventListener("change", ({ target }) => {
  const limit = Number(target.dataset?.limitMb);
  if (!limit || target.type !== "file") return;
  const large = [...target.files].some((file) => file.size > limit * 1024 * 1024);
  const note = document.getElementById(`${target.id}_limit`);
  if (note) note.textContent = large ? note.dataset.message : "";
  target.classList.toggle("govuk-file-upload--error", large);
  if (large) target.setAttribute("aria-invalid", "true");
  else target.removeAttribute("aria-invalid");
});

// Mark which of the four parts is being read.
const tabs = document.querySelectorAll(".tabs a[href^='#']");
if (tabs.length && "IntersectionObserver" in window) {
  const mark = ({ target, isIntersecting }) => {
    const tab = [...tabs].find(({ hash }) => hash === `#${target.id}`);
    if (isIntersecting) tab.setAttribute("aria-current", "true");
    else tab.removeAttribute("aria-current");
  };
  const watch = new IntersectionObserver((seen) => seen.forEach(mark), { rootMargin: "-30% 0px -70% 0px" }); // a line across the page
  for (const { hash } of tabs) {
    const part = document.getElementById(hash.slice(1));
    if (part) watch.observe(part);
  }
}

// Going back keeps what was typed in the form.
const back = document.querySelector("[data-back]");
if (back && history.length > 1) {
  back.hidden = false;
  back.addEventListener("click", () => history.back());
}

// The numbers to ring stay at hand with no signal.
navigator.serviceWorker?.register("/service-worker.js").catch(() => {});

// Going back brings the form's own key again with the words: browsers restore a hidden value only where a script has set it.
for (const key of document.querySelectorAll("[name=client_key]")) key.value = `${key.value}`;

wordsKept().catch(() => {}); // a browser that can keep nothing still saves
