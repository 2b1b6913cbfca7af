"""What goes wrong around the app: its disk is full, it is open in another tab too."""

import os
import re
import shutil
import subprocess
import zipfile

import pytest
from playwright.sync_api import expect

from tests.browser.server import ROOT

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
    # A deep link on a fresh server opens cold, before any session has drawn the navigation.
    expect(tab.heading).to_have_count(1)
    with tab.page.expect_download() as started:
        tab.page.get_by_role("button", name="Word").click()
    assert zipfile.is_zipfile(started.value.path())
    tab.follow("method")
    assert "Traceback" not in server.printed()


def test_a_second_tab_leaves_the_first_alone(go, visit):
    first = go("/commitments?theme=Health&q=vaccine")
    before = first.words
    second = visit("/commitments?theme=Climate")
    second.chip("US").click()
    second.wait_for_query(theme=["Climate"], actor=["US"])
    second.follow("brief")
    first.page.bring_to_front()
    assert first.words == before
    first.wait_for_query(theme=["Health"], q=["vaccine"])
    first.chip("US").click()
    first.wait_for_query(theme=["Health"], q=["vaccine"], actor=["US"])
