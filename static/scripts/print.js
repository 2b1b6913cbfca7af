// What stands at the bottom of every printed sheet: the address, the date and the number of the page.
const NOT_ON_PAPER = ["pin", "present", "card"] // the reader's own brief
const FONT = "font: 8pt sans-serif; color: black"
const sheet = document.createElement("style")
// Firefox has no boxes in the margins of a sheet, but repeats on every sheet what stands fixed on a page. It
// cannot count sheets. At the end of each sheet the page leaves room for that foot.
const ROOM_FOR_FOOT = `.stMain [data-testid=stMainBlockContainer] {
  box-decoration-break: clone; padding-bottom: 8mm !important;
}`
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
  if (!("CSSMarginRule" in window)) {
    sheet.textContent += ROOM_FOR_FOOT
    foot.textContent = words
    document.body.append(foot)
  }
  document.head.append(sheet)
})
window.addEventListener("afterprint", () => {
  sheet.remove()
  foot.remove()
})
