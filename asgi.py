"""The app for servers: `python -m uvicorn asgi:app`.

Before it answers, it loads the dataset, draws the charts of each theme and compresses the static files. It
sends security headers. /ready tells whether the dataset is loaded. The environment variable
LINCHPIN_EMBEDDERS names the origins whose pages may show the app in a frame, separated by spaces.
"""

import asyncio
import gc
import logging
import os
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import streamlit as st
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import PlainTextResponse
from starlette.routing import Route
from streamlit import config

from components.content.charts import catalogue
from components.ui.brief import editor  # noqa: F401  imported at the start, so that no reader waits for it
from components.ui.shell import loaded_dataset, page_frame  # noqa: F401  as above
from data.load import DatasetError
from deploy import middleware

# No access log: addresses hold what readers search for and choose. Set here, because Streamlit turns the log
# on even if uvicorn is told not to keep one.
logging.getLogger("uvicorn.access").disabled = True

HERE = Path(__file__).parent
FILES: dict[str, middleware.CompressedFile] = {}  # by path; filled by `start`


@asynccontextmanager
async def start(app: st.App) -> AsyncIterator[None]:
    """Prepare the app before the first request. Two threads, since compressing releases Python's lock."""
    compressing = asyncio.to_thread(middleware.compress_files, HERE / "static")
    files, _ = await asyncio.gather(compressing, asyncio.to_thread(_prepare))
    FILES.update(files)
    # Garbage collection need not look again at objects that are never freed.
    gc.collect()
    gc.freeze()
    yield


async def ready(request: Request) -> PlainTextResponse:
    """200 if the dataset is loaded; 503 if its files are refused, which the pages explain."""
    if await asyncio.to_thread(_loads):
        return PlainTextResponse("ready", 200)
    return PlainTextResponse("no dataset", 503)


def _loads() -> bool:
    """Whether the dataset can be loaded."""
    try:
        loaded_dataset.load()
    except DatasetError:
        return False
    return True


def _prepare() -> None:
    """Load the dataset and draw its charts."""
    if _loads():
        try:
            catalogue.prepare(loaded_dataset.load())
        except Exception:  # one chart that fails must not stop the server
            logging.getLogger(__name__).exception("Not everything could be drawn before the first reader.")


POLICY = middleware.content_security_policy(os.environ.get("LINCHPIN_EMBEDDERS", ""))

app = st.App(
    HERE / "app.py",
    lifespan=start,
    routes=[Route("/ready", ready)],
    middleware=[
        Middleware(middleware.Security, policy=POLICY),
        Middleware(middleware.CompressedFiles, files=FILES),
    ],
)

# No page of another site steers the app: .streamlit/config.toml names pages that may under `streamlit run`.
# After the app is made, since that is what tells Streamlit where its settings are.
config.set_option("client.allowedOrigins", [])
