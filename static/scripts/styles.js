// Adds a style sheet of this folder to the page, once; `from` is the address of the script that asks.
export function styles(file, from) {
  const address = new URL(file + new URL(from).search, from).href
  if (document.querySelector(`link[href="${address}"]`)) return
  const link = document.createElement("link")
  link.rel = "stylesheet"
  link.href = address
  document.head.append(link)
}
