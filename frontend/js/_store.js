// What a browser keeps: keys that no script can read out, and sealed words. Nothing here is in clear but when it was kept.
import { openDB } from "idb";

export const store = openDB("alongside", 1, {
  upgrade(database) {
    database.createObjectStore("keys", { keyPath: "keeper" });
    database.createObjectStore("drafts", { keyPath: "id" });
  },
});

export const put = async (name, value) => (await store).put(name, value);
export const get = async (name, key) => (await store).get(name, key);
export const all = async (name) => (await store).getAll(name);
export const remove = async (name, key) => (await store).delete(name, key);
