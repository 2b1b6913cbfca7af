"""The same app for servers: `python -m uvicorn asgi:app`.

Has loaded the dataset, drawn each theme and packed the static files before it answers, sends
security headers, and says at /ready whether there is a dataset to show. LINCHPIN_EMBEDDERS names the
origins, apart by spaces, whose pages may show the app in a frame.
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

from components.content.charts import catalogue
from components.ui.brief import editor  # noqa: F401  imported here so that no reader waits for it
from components.ui.shell import dataset, frame  # noqa: F401  likewise
from data.load import DatasetError
from deploy import middleware

# An address holds what a reader searches for and chooses. Streamlit brings this log back even where
# uvicorn is told to keep none.
logging.getLogger("uvicorn.access").disabled = True

HERE = Path(__file__).parent
FILES: dict[str, middleware.Ready] = {}


@asynccontextmanager
async def start(app: st.App) -> AsyncIterator[None]:
    """Load, draw and pack at the same time: packing leaves the interpreter free."""
    packing = asyncio.to_thread(middleware.pack, HERE / "static")
    packed, _ = await asyncio.gather(packing, asyncio.to_thread(_prepare))
    FILES.update(packed)
    # What stands now stays for good: later collections need not look at it.
    gc.collect()
    gc.freeze()
    yield


async def ready(request: Request) -> PlainTextResponse:
    """200 once the dataset is loaded; 503 while its folder is refused, which the page explains."""
    loads = await asyncio.to_thread(_loads)
    return PlainTextResponse("ready" if loads else "no dataset", 200 if loads else 503)


def _loads() -> bool:
    try:
        dataset.load()
    except DatasetError:
        return False
    return True


def _prepare() -> None:
    if _loads():
        try:
            catalogue.prepare(dataset.load())
        except Exception:  # what cannot be drawn must not keep the rest from its readers
            logging.getLogger(__name__).exception("Not everything could be drawn before the first reader.")


app = st.App(
    HERE / "app.py",
    lifespan=start,
    routes=[Route("/ready", ready)],
    middleware=[
        Middleware(middleware.Guarded, policy=middleware.policy(os.environ.get("LINCHPIN_EMBEDDERS", ""))),
        Middleware(middleware.Packed, files=FILES),
    ],
)
