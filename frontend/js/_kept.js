// The drafts of whoever is signed in: kept, read again, forgotten.
import { key, keeper, seal, unseal } from "./_sealing.js";
import { all, put, remove } from "./_store.js";

const own = (async () => {
  const name = keeper();
  return name ? ((await key(name)) ?? null) : null;
})().catch(() => null);

export const canKeep = async () => Boolean(await own);

export async function keep(id, content) {
  const mine = await own;
  if (mine) await put("drafts", await seal(mine, id, content));
}

export const forget = (id) => remove("drafts", id);

// Newest first: { id, keeper, kept (milliseconds on this device's clock), ...content }. Another account's are not even counted.
export async function drafts() {
  const mine = await own;
  if (!mine) return [];
  const here = (await all("drafts")).filter((draft) => draft.keeper === mine.keeper && draft.number === mine.number);
  const read = await Promise.all(here.map(async (draft) => ({ ...(await unseal(mine, draft)), id: draft.id, keeper: draft.keeper, kept: draft.kept })));
  return read.filter(({ fields }) => fields).sort((one, other) => other.kept - one.kept);
}

// Those whose key the server has destroyed: nobody can read them, so they go. How many there were.
export async function clearUnreadable() {
  const mine = await own;
  if (!mine) return 0;
  const lost = (await all("drafts")).filter((draft) => draft.keeper === mine.keeper && draft.number !== mine.number);
  for (const { id } of lost) await forget(id);
  return lost.length;
}

// A save that was carried out has left a cookie with the name of its draft.
export const isSaved = (id) => document.cookie.includes(`kept-${id}=1`);

export async function forgetSaved() {
  for (const [, name, id] of document.cookie.matchAll(/((?:__Host-)?kept-([0-9a-f-]{36}))=1/g)) {
    await forget(id);
    document.cookie = `${name}=; max-age=0; path=/; samesite=strict${name.startsWith("__Host-") ? "; secure" : ""}`;
  }
}

// A draft is open in the tab that holds its lock; a closed or crashed tab holds none. Whether this tab holds it from now on: of two
// tabs that are opened again at once, one does.
export const claim = (id) =>
  new Promise((done) => {
    navigator.locks.request(`draft-${id}`, { ifAvailable: true }, (lock) => {
      done(Boolean(lock));
      return lock && new Promise(() => {});
    });
  });
export const isOpenElsewhere = async (id) => (await navigator.locks.query()).held.some(({ name }) => name === `draft-${id}`);
