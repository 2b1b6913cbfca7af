// A slide is made for 1280 × 720 px. On a larger screen the page's unit grows (slides.css), and pictures with it.
const UNIT = 23 // px: the page's unit on a slide of 1280 × 720

export function slideScale() {
  return Math.max(1, parseFloat(getComputedStyle(document.documentElement).fontSize) / UNIT)
}
