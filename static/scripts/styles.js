// Adds a style sheet of this folder to the page; `from` is the address of the script that asks. The promise is
// kept once the sheet is there, or will not come: a script that awaits it draws nothing unstyled.
export function styles(file, from) {
  const link = document.createElement("link")
  link.rel = "stylesheet"
  link.href = new URL(file + new URL(from).search, from).href
  document.head.append(link)
  return new Promise((done) => (link.onload = link.onerror = done))
}
