// The browser's storage, which is a comfort: where it is blocked or full, nothing is kept.
export function stored(store, key) {
  try {
    return window[store].getItem(key)
  } catch {
    return null
  }
}

export function keep(store, key, value) {
  try {
    window[store].setItem(key, value)
  } catch {
    // A browser that blocks site data throws at the very name of the storage.
  }
}
