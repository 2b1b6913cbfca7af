// What a component has drawn lasts as long as the element that Streamlit gives to it. Streamlit calls a component
// again with new data, and each call returns what takes the drawing away. Streamlit runs that when the component
// goes, but also when a later call has overtaken this one while a script was on its way: then the element is
// still in the page, and the drawing stays.
const kept = new WeakMap() // the drawing by its element

// The drawing in an element, made by the first call, and what takes it away.
// make: returns an object with the method remove.
export function lasting(parentElement, make) {
  const drawing = kept.get(parentElement) ?? make()
  kept.set(parentElement, drawing)
  const leave = () => {
    if (parentElement.isConnected || kept.get(parentElement) !== drawing) return
    kept.delete(parentElement)
    drawing.remove()
  }
  return [drawing, leave]
}
