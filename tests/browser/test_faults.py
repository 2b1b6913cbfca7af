"""What goes wrong around the app: its server dies, its disk is full, its clock is elsewhere."""

import os
import re
import shutil
import subprocess
import zipfile

import pytest
from playwright.sync_api import expect

from tests.browser.server import ROOT

VIEW = "/statement?theme=Health&passage=p13.s8&q=vaccine"


def test_a_page_outlives_its_server(visit, fresh_server):
    server = fresh_server()
    tab = visit(VIEW, at=server)
    # A deep link on a fresh server opens cold, before any session has drawn the navigation.
    expect(tab.heading).to_have_count(1)
    expect(tab.chip("Health")).to_have_attribute("aria-pressed", "true")
    expect(tab.page.locator(".reader .hits")).to_be_visible()  # the text is there before its marks
    assert "Traceback" not in server.printed()
    before, tab.loses_server = tab.view, True
    server.kill()
    expect(tab.page.locator("[data-test-connection-state=CONNECTED]")).to_have_count(0)
    expect(tab.sentence("p13.s8")).to_be_in_viewport()  # still there to be read
    fresh_server(port=server.port)
    tab.wait_for_view(before)
    tab.settled("statement")
    expect(tab.drawer).to_have_count(0)
    tab.chip("ROK").click()
    tab.wait_for_query(theme=["Health"], passage=["p13.s8"], q=["vaccine"], actor=["ROK"])


def test_data_changed_on_disk_is_not_mixed_in(visit, fresh_server, folder):
    server = fresh_server(LINCHPIN_DATA=str(folder))
    visit("/", at=server)
    for path in [*folder.glob("*.md"), *folder.glob("tables/*.csv")]:
        path.write_text("Half of a fi", encoding="utf-8")
    tab = visit("/method?part=codebook", at=server)
    expect(tab.page.get_by_text("Half of a fi")).to_have_count(0)
    tab = visit("/method?part=tables", at=server)
    with tab.page.expect_download() as started:
        tab.page.get_by_role("button", name="zip").click()
    with zipfile.ZipFile(started.value.path()) as package:
        texts = [package.read(name).decode() for name in package.namelist()]
    assert len(texts) > 15
    assert not [text for text in texts if "Half of a fi" in text]


# Nothing can be written but in one folder, and that one is full.
SEALED = """
mount --make-rprivate / && mount -t tmpfs -o size=4k tmpfs "$TMPDIR" && mount -o remount,bind,ro / || exit
cat /dev/zero > "$TMPDIR/full" 2> /dev/null
exec "$@"
"""


def may_unshare():
    return not subprocess.run(["unshare", "--mount", "true"], capture_output=True).returncode


@pytest.mark.skipif(
    not os.environ.get("CI") and not (shutil.which("unshare") and may_unshare()),
    reason="only root on Linux can hide a disk",
)
def test_a_full_and_read_only_disk_is_enough(visit, fresh_server, tmp_path):
    sealed = ["unshare", "--mount", "sh", "-c", SEALED, "sh"]
    for folder in (ROOT, tmp_path):
        write = [*sealed, "cp", __file__, folder / "written"]
        tried = subprocess.run(
            write, env=os.environ | {"TMPDIR": str(tmp_path)}, capture_output=True, text=True
        )
        assert re.search("Read-only file system|No space left", tried.stderr), tried
    server = fresh_server(through=sealed, TMPDIR=str(tmp_path))
    tab = visit("/brief?pin=p13.s8&pin=chart:balance", at=server)
    with tab.page.expect_download() as started:
        tab.page.get_by_role("button", name="Word").click()
    assert zipfile.is_zipfile(started.value.path())
    tab.follow("method")
    assert "Traceback" not in server.printed()


# What can be read on a page: its words, those of figures, and those of data grids.
WORDS = r"""() => [
  document.querySelector("[data-testid=stMain]").innerText,
  ...document.querySelectorAll("[data-testid=stMain] svg text, [data-testid=stMain] canvas td"),
].map((one) => one.textContent ?? one).join("\n")"""

# Whether all grids and figures have their words.
DRAWN = """() =>
  [...document.querySelectorAll("[data-testid=stDataFrame]")].every((grid) => grid.querySelector("canvas td")) &&
  [...document.querySelectorAll(".linchpin-figure")].every((one) => !one.offsetWidth || one.querySelector(".main-svg text"))"""


def words(tab):
    tab.page.wait_for_function(DRAWN)
    return tab.page.evaluate(WORDS)


def test_language_and_time_zone_of_server_and_reader_change_nothing(browser, visit, fresh_server):
    elsewhere = fresh_server(
        TZ="Pacific/Kiritimati", LC_ALL="tr_TR.UTF-8", LANG="tr_TR.UTF-8", PYTHONUTF8="0"
    )
    reader = browser.new_context(locale="ar-EG", timezone_id="Pacific/Pago_Pago", service_workers="block")
    here, there = visit("/pledges"), visit("/pledges", at=elsewhere, by=reader)
    for tab in (here, there):
        tab.page.locator(".linchpin-figure .main-svg text").first.wait_for()
    assert words(there) == words(here)
    for name in ("timeline", "method"):  # dates, percentages
        for tab in (here, there):
            tab.follow(name)
        assert words(there) == words(here), name
    reader.close()


def test_a_second_tab_leaves_the_first_alone(visit):
    first = visit("/commitments?theme=Health&q=vaccine")
    before = words(first)
    second = visit("/commitments?theme=Climate")
    second.chip("US").click()
    second.wait_for_query(theme=["Climate"], actor=["US"])
    second.follow("brief")
    first.page.bring_to_front()
    assert words(first) == before
    first.wait_for_query(theme=["Health"], q=["vaccine"])
    first.chip("US").click()
    first.wait_for_query(theme=["Health"], q=["vaccine"], actor=["US"])
