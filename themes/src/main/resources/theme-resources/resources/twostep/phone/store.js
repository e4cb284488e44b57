/*
 * What the phone keeps: its accounts with their keys, and a few settings. One database for the whole origin, so that accounts of several realms
 * are together in one app. Keys are kept as they are, unreadable.
 */

const DATABASE = "twostep-phone";

let database;

export const accounts = async () => (await run("accounts", "readonly", (store) => store.getAll())) ?? [];

export const accountOf = (id) => run("accounts", "readonly", (store) => store.get(id));

export const saveAccount = (account) => run("accounts", "readwrite", (store) => store.put(account));

export const deleteAccount = (id) => run("accounts", "readwrite", (store) => store.delete(id));

export const setting = (name) => run("settings", "readonly", (store) => store.get(name));

export const saveSetting = (name, value) => run("settings", "readwrite", (store) => store.put(value, name));

/** Browsers close databases of pages that were long in the background; then it is opened anew. */
async function run(name, mode, work) {
  try {
    return await attempt(name, mode, work);
  } catch (problem) {
    if (problem.name !== "InvalidStateError") throw problem;
    database = undefined;
    return attempt(name, mode, work);
  }
}

async function attempt(name, mode, work) {
  database ??= opened();
  const transaction = (await database).transaction(name, mode);
  const request = work(transaction.objectStore(name));
  return new Promise((resolve, reject) => {
    transaction.oncomplete = () => resolve(request.result);
    transaction.onabort = transaction.onerror = () => reject(transaction.error ?? request.error);
  });
}

function opened() {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(DATABASE, 1);
    request.onupgradeneeded = () => {
      request.result.createObjectStore("accounts", { keyPath: "id" });
      request.result.createObjectStore("settings");
    };
    request.onerror = () => reject(request.error);
    request.onsuccess = () => {
      request.result.onclose = () => database = undefined;
      request.result.onversionchange = () => request.result.close();
      resolve(request.result);
    };
  });
}
