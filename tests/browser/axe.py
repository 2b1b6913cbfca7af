"""The accessibility rules of axe-core, run on a page."""

from typing import Any

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

WCAG = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
# Half of its time goes into describing what it has nothing against.
BRIEF = {"resultTypes": ["violations"], "selectors": False}
RULES = {"runOnly": {"type": "tag", "values": [*WCAG, "best-practice"]}}
CONTRAST = {"runOnly": {"type": "rule", "values": ["color-contrast"]}}


# A rule that fails on the way counts as found: it has looked at nothing.
RUN = """options => axe.run(options).then(({ violations, incomplete }) => [
  ...violations,
  ...incomplete.filter((one) => one.error).map((one) => ({ ...one, impact: "serious" })),
])"""


def findings(page: Page, rules: dict[str, Any] = RULES) -> dict[str, str]:
    """Serious and critical findings, and all about headings and language: the rule and its first place."""
    if not page.evaluate("() => 'axe' in window"):
        page.evaluate(Axe().axe_script)
    return {
        one["id"]: one["nodes"][0]["html"][:200]
        for one in page.evaluate(RUN, rules | BRIEF)
        if one["impact"] in ("serious", "critical") or "heading" in one["id"] or "lang" in one["id"]
    }
