// What stands at the bottom of every printed sheet: the address, the date and the number of the page.
const NOT_ON_PAPER = ["pin", "present", "card"] // the reader's own brief
const FONT = "font: 8pt sans-serif; color: black"
const sheet = document.createElement("style")

window.addEventListener("beforeprint", () => {
  const address = new URL(location.href)
  for (const name of NOT_ON_PAPER) address.searchParams.delete(name)
  const day = new Date().toLocaleDateString("en-GB", { day: "numeric", month: "long", year: "numeric" })
  const left = JSON.stringify(`${address.href}  ·  ${day}`)
  sheet.textContent = `@page {
    margin: 14mm 12mm 16mm;
    @bottom-left { content: ${left}; ${FONT} }
    @bottom-right { content: counter(page) " of " counter(pages); ${FONT} }
  }`
  document.head.append(sheet)
})
window.addEventListener("afterprint", () => sheet.remove())
