// Passkeys: what the server asks goes to the device, what the device signs goes into the form. Loaded only where one is made or used.
const bytes = (text) => Uint8Array.from(atob(text.replace(/-/g, "+").replace(/_/g, "/")), (one) => one.charCodeAt(0));
const text = (buffer) => btoa(String.fromCharCode(...new Uint8Array(buffer))).replace(/\+/g, "-").replace(/\//g, "_").replace(/=+$/, "");
const known = (list = []) => list.map((one) => ({ ...one, id: bytes(one.id) }));

function toDevice({ publicKey }) {
  const asked = { ...publicKey, challenge: bytes(publicKey.challenge) };
  if (asked.user) asked.user = { ...asked.user, id: bytes(asked.user.id) };
  if (asked.allowCredentials) asked.allowCredentials = known(asked.allowCredentials);
  if (asked.excludeCredentials) asked.excludeCredentials = known(asked.excludeCredentials);
  return { publicKey: asked };
}

const PARTS = ["clientDataJSON", "attestationObject", "authenticatorData", "signature", "userHandle"];

function fromDevice(made) {
  const parts = PARTS.filter((name) => made.response[name]).map((name) => [name, text(made.response[name])]);
  return {
    id: made.id,
    rawId: text(made.rawId),
    type: made.type,
    response: Object.fromEntries(parts),
    clientExtensionResults: made.getClientExtensionResults(),
  };
}

async function asked(form) {
  const here = document.getElementById("passkey-options");
  if (here && form.dataset.passkey !== "sign-in") return JSON.parse(here.textContent);
  const answer = await fetch(form.action, { headers: { "X-Requested-With": "XMLHttpRequest" } });
  if (!answer.ok) throw new Error("not asked");
  return answer.json();
}

async function use(form) {
  const { creation_options: toMake, request_options: toUse } = await asked(form);
  const made = toMake ? await navigator.credentials.create(toDevice(toMake)) : await navigator.credentials.get(toDevice(toUse));
  form.querySelector("[name=credential]").value = JSON.stringify(fromDevice(made));
  form.submit();
}

for (const form of document.querySelectorAll("form[data-passkey]")) {
  if (!window.PublicKeyCredential) continue;
  form.hidden = false;
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    use(form).catch(() => {
      form.querySelector("[role=status]").textContent = form.dataset.failed;
    });
  });
}
