// What stands at the bottom of every printed sheet: the address, the date and the number of the page.
const NOT_ON_PAPER = ["pin", "present", "card"] // the reader's own brief
const FONT = "font: 8pt sans-serif; color: black"
const sheet = document.createElement("style")
// Firefox has no boxes in the margins of a sheet, but repeats on every sheet what stands fixed on a page. It
// cannot count sheets.
const foot = document.createElement("p")
foot.className = "linchpin-foot"

window.addEventListener("beforeprint", () => {
  const address = new URL(location.href)
  for (const name of NOT_ON_PAPER) address.searchParams.delete(name)
  const day = new Date().toLocaleDateString("en-GB", { day: "numeric", month: "long", year: "numeric" })
  const words = `${address.href}  ·  ${day}`
  sheet.textContent = `@page {
    margin: 14mm 12mm 16mm;
    @bottom-left { content: ${JSON.stringify(words)}; ${FONT} }
    @bottom-right { content: counter(page) " of " counter(pages); ${FONT} }
  }`
  document.head.append(sheet)
  foot.textContent = words
  if (!("CSSMarginRule" in window)) document.body.append(foot)
})
window.addEventListener("afterprint", () => {
  sheet.remove()
  foot.remove()
})
