"""Makes the README's pictures again, from the running app.

python -m tests.browser.pictures
"""

import tempfile
from pathlib import Path

from playwright.sync_api import sync_playwright

from tests.browser import chromium
from tests.browser.server import HOST, ROOT, Server
from tests.browser.tab import Tab

PICTURES = {
    "overview": "/",
    "statement": "/statement?passage=p13.s8",
    "map": "/map",
    "wording": "/wording",
    "compare": "/compare",
    "slide": "/map?present=true",
}


def main() -> None:
    """Write docs/<name>.png for every picture, 1280 by 800."""
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        server = Server(Path(folder) / "log")
        try:
            browser = playwright.chromium.launch(executable_path=chromium.find(), args=chromium.flags(HOST))
            page = browser.new_page(viewport={"width": 1280, "height": 800})
            page.add_init_script("localStorage.setItem('linchpin-welcomed', 'yes')")  # see onboarding.js
            for name, path in PICTURES.items():
                tab = Tab(page, server.origin)
                tab.open(path)
                page.wait_for_timeout(5_000)  # figures, fonts and outlines
                page.screenshot(path=ROOT / "docs" / f"{name}.png")
            browser.close()
        finally:
            server.stop()


if __name__ == "__main__":
    main()
