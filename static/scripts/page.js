// What every page needs of the browser. The page itself asks for it under asgi.py; under `streamlit run`, which
// cannot write into the page, the first of our components does.
const version = new URL(import.meta.url).search // of all files in this folder
const { styles } = await import(`./styles.js${version}`)
styles("page.css", import.meta.url)
await Promise.all(["print", "translated", "drawer", "fonts", "stale"].map((name) => import(`./${name}.js${version}`)))
