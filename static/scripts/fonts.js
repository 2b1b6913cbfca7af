// Icons are letters of a font. Where it does not arrive, their names would be read: "keep_off". Then they are left
// out, and buttons that show an icon alone show their words (page.css).
const ICONS = '16px "Material Symbols Rounded"'

async function check() {
  const fonts = await document.fonts.load(ICONS).catch(() => [])
  document.documentElement.classList.toggle("linchpin-no-icons", !fonts.length)
}
check()
