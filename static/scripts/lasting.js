// What a component has drawn lasts as long as the element that Streamlit gives to it. Streamlit calls a component
// again with new data, and each call returns what takes the drawing away. Streamlit runs that when the component
// goes, but also when a later call has overtaken this one while a script was on its way: then the element is
// still in the page, and the drawing stays.
// A drawing with a name outlives its element: it waits, out of the page, for the next element of that name. So a
// reader who comes back to a page does not wait until its figures are made again.
const MOST_AWAY = 12
const kept = new WeakMap() // the drawing by its element
const away = new Map() // drawings out of the page by their names, the longest away first

// The drawing in an element, made by the first call or back from another page, and what Streamlit calls when the
// element goes.
// make: returns an object with the method remove; one with a name also has enter(parentElement) and leave().
export function lasting(parentElement, make, name) {
  const drawing = kept.get(parentElement) ?? back(parentElement, name) ?? make()
  kept.set(parentElement, drawing)
  const gone = () => {
    if (parentElement.isConnected || kept.get(parentElement) !== drawing) return
    kept.delete(parentElement)
    if (name) keep(drawing, name)
    else drawing.remove()
  }
  return [drawing, gone]
}

function back(parentElement, name) {
  const drawing = away.get(name)
  away.delete(name)
  drawing?.enter(parentElement)
  return drawing
}

function keep(drawing, name) {
  drawing.leave()
  away.get(name)?.remove()
  away.delete(name)
  away.set(name, drawing)
  if (away.size <= MOST_AWAY) return
  const [oldest] = away.keys()
  away.get(oldest).remove()
  away.delete(oldest)
}
