"""The app for servers: `python -m uvicorn asgi:app`.

Before it answers, it loads the dataset and draws the charts of the whole statement; those of each theme
follow while the first readers come. It sends compressed files and security headers. /ready tells whether
the dataset is loaded. The environment variable LINCHPIN_EMBEDDERS names the origins whose pages may show
the app in a frame, separated by spaces.
"""

import asyncio
import gc
import logging
import os
from collections.abc import AsyncIterator, Iterable
from contextlib import asynccontextmanager
from pathlib import Path
from urllib.parse import parse_qs

import streamlit as st
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import PlainTextResponse
from starlette.routing import Route
from streamlit import config

from components.content.charts import catalogue
from components.content.text import links, previews
from components.ui.brief import editor  # noqa: F401  imported at the start, so that no reader waits for it
from components.ui.parts.plotly_figure import LIBRARY
from components.ui.scripts import address
from components.ui.session import loaded_dataset, page_names, url_state
from data import queries
from data.load import Dataset, DatasetError
from data.queries import Selection
from deploy import middleware

# No access log: addresses hold what readers search for and choose. Set here, because Streamlit turns the log
# on even if uvicorn is told not to keep one.
logging.getLogger("uvicorn.access").disabled = True

HERE = Path(__file__).parent
# Scripts of static/scripts that pages ask for, and those that figures ask for.
EVERY_PAGE = ("styles", "print", "translated", "drawer", "fonts", "stale", "filter_bar", "lasting")
OF_FIGURES = ("figure", "marks", "plots", "tools", "picture", "slide_scale")
(PREVIEW,) = (f"app/static/{file.name}" for file in (HERE / "static").glob("preview.*.png"))  # 1200 x 630 px


@asynccontextmanager
async def start(app: st.App) -> AsyncIterator[None]:
    """Prepare the app before the first request, as far as the dataset is not refused."""
    ds = await asyncio.to_thread(_dataset)
    await asyncio.to_thread(_draw, ds, [Selection()])
    # Garbage collection need not look again at objects that are never freed.
    gc.collect()
    gc.freeze()
    themes = [Selection(themes=(theme,)) for theme in queries.codes(ds, "theme")] if ds else []
    drawing = asyncio.create_task(asyncio.to_thread(_draw, ds, themes))
    yield
    await drawing


async def ready(request: Request) -> PlainTextResponse:
    """200 if the dataset is loaded; 503 if its files are refused, which the pages explain."""
    if await asyncio.to_thread(_dataset):
        return PlainTextResponse("ready", 200)
    return PlainTextResponse("no dataset", 503)


def tidied(path: str, query: str) -> str | None:
    """The address that a link means which a tool has rewritten, relative to it; None if it is as it should
    be, or no page's. path: decoded."""
    asked = path.removeprefix("/")
    page, further_query = links.page(asked, page_names.PAGES)
    if page is None or "/" in asked.partition("?")[0]:
        return None
    page = page_names.path(page)
    linked = parse_qs("&".join(filter(None, (query, further_query))), keep_blank_values=True)
    ds = _dataset()
    meant = url_state.canonical(linked, ds) if ds else links.untangled(linked)
    return None if (asked, linked) == (page, meant) else f"./{page}{links.encoded(meant)}"


def head(path: str) -> middleware.PageHead | None:
    """What the page at a path says of itself; None if there is none."""
    name = path.removeprefix("/") or page_names.START
    if name not in page_names.PAGES:
        return None
    title, ds = page_names.PAGES[name], _dataset()
    picture = "" if os.environ.get("LINCHPIN_DATA") else PREVIEW  # it shows the shipped dataset
    words = previews.title(title, ds), previews.description(name, ds)
    draws = name in {chart.page for chart in catalogue.CHARTS.values()}
    modules = [address(script) for script in (*EVERY_PAGE, *(OF_FIGURES if draws else ()))]
    library = [LIBRARY.replace("../", "app/static/")] if draws else []
    return middleware.PageHead(f"{title} · Linchpin", *words, picture, modules, library)


def _dataset() -> Dataset | None:
    """The dataset; None if its files are refused."""
    try:
        return loaded_dataset.load()
    except DatasetError:
        return None


def _draw(ds: Dataset | None, selections: Iterable[Selection]) -> None:
    """Draw the charts that pages open with under each of these selections; without a dataset, none."""
    for selection in selections if ds else ():
        try:
            catalogue.prepare(queries.select(ds, selection))
        except Exception:  # one chart that fails must not stop the server
            logging.getLogger(__name__).exception("Not everything could be drawn before the first reader.")


POLICY = middleware.content_security_policy(os.environ.get("LINCHPIN_EMBEDDERS", ""))

app = st.App(
    HERE / "app.py",
    lifespan=start,
    routes=[Route("/ready", ready)],
    middleware=[
        Middleware(middleware.Security, policy=POLICY),
        Middleware(middleware.CompressedFiles, files=middleware.files_under_a_hash(HERE / "static")),
        Middleware(middleware.Pages, tidied=tidied, head=head, scripts=[address("waiting"), address("page")]),
    ],
)

# No page of another site steers the app: .streamlit/config.toml names pages that may under `streamlit run`.
# After the app is made, since that is what tells Streamlit where its settings are.
config.set_option("client.allowedOrigins", [])
