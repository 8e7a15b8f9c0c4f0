// The person's own page. Everything works without this: it lets each part be listened to, and leaves at once.

// Leave: nothing is seen any more at once; the page is closed behind us, and the browser goes elsewhere in place of it.
const LEFT = "left";
const WAIT_MS = 300; // for the server to close it; whoever leaves in a hurry waits no longer
const leaving = document.querySelector("[data-leave]");
const leave = async () => {
  document.body.hidden = true;
  sessionStorage.setItem(LEFT, "1");
  const closed = fetch(leaving.action, { method: "POST", body: new FormData(leaving), keepalive: true, redirect: "manual" }).catch(() => {});
  await Promise.race([closed, new Promise((done) => setTimeout(done, WAIT_MS))]);
  location.replace(leaving.dataset.leave);
};
leaving?.addEventListener("submit", (event) => {
  event.preventDefault();
  leave();
});
// Going back before the server has closed it leaves again. Asking for a code begins anew.
if (!leaving) sessionStorage.removeItem(LEFT);
else if (sessionStorage.getItem(LEFT)) leave();

// Going back to a page the browser kept asks the server again, which knows whether it is still open.
addEventListener("pageshow", ({ persisted }) => {
  if (persisted) location.reload();
});

// After a form was refused, begin at the list of what needs another look.
document.querySelector("[data-error-summary]")?.focus();

// Listen to a part, by the device's own voice.
const voice = window.speechSynthesis;
if (voice && typeof SpeechSynthesisUtterance === "function") {
  const { listen, stop } = document.body.dataset;
  let reading = null;
  const quiet = () => {
    voice.cancel();
    if (reading) reading.textContent = listen;
    if (reading) reading.setAttribute("aria-pressed", "false");
    reading = null;
  };
  const words = (part) => {
    const copy = part.cloneNode(true);
    for (const one of copy.querySelectorAll("button, form, details, .screen-only, .row, .govuk-visually-hidden")) one.remove();
    return [...copy.querySelectorAll("h2, h3, p, li, footer, span")].filter((one) => !one.querySelector("h2, h3, p, li, footer, span"))
      .map((one) => one.textContent.trim().replace(/\s+/g, " ")).filter(Boolean);
  };
  for (const part of document.querySelectorAll("[data-read]")) {
    const button = document.createElement("button");
    Object.assign(button, { type: "button", className: "mine__listen", textContent: listen });
    button.setAttribute("aria-pressed", "false");
    const heading = part.querySelector("h2, h3");
    if (heading?.id) button.setAttribute("aria-describedby", heading.id);
    button.addEventListener("click", () => {
      const again = reading === button;
      quiet();
      if (again) return;
      reading = button;
      button.textContent = stop;
      button.setAttribute("aria-pressed", "true");
      const said = new SpeechSynthesisUtterance(words(part).join(". "));
      said.lang = document.documentElement.lang;
      said.addEventListener("end", quiet);
      voice.speak(said);
    });
    part.append(button);
  }
  addEventListener("pagehide", quiet);
}
