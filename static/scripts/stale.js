// Streamlit lets what is not yet new fade, half a second after a run has begun: a transition with a delay. For
// that browsers make a layer for every element of the page as soon as a run begins, which takes a tenth of the
// time of a change. Here a timer waits instead, and a run that is over before it costs nothing (page.css).
const DELAY = 500 // ms
const SLOW = "linchpin-slow"
let timer

new MutationObserver(([{ target }]) => {
  clearTimeout(timer)
  const { classList } = document.documentElement
  if (target.dataset.testScriptState === "running") timer = setTimeout(() => classList.add(SLOW), DELAY)
  else if (classList.contains(SLOW)) classList.remove(SLOW)
}).observe(document.documentElement, { subtree: true, attributeFilter: ["data-test-script-state"] })
