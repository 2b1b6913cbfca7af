"""The app keeps to itself: no report home, and tests that would see what it wrote, said or asked for."""

import logging
import socket
import subprocess
import sys
import threading
import tomllib
from pathlib import Path

from tests.watched import overheard, watched

ROOT = Path(__file__).parents[2]


def test_streamlit_reports_nothing_home():
    settings = tomllib.loads((ROOT / ".streamlit" / "config.toml").read_text(encoding="utf-8"))
    assert settings["browser"]["gatherUsageStats"] is False


def test_a_file_written_in_any_thread_is_seen_and_one_read_is_not(tmp_path):
    Path(tmp_path / "before").write_text("x")
    with watched() as seen:
        Path(tmp_path / "before").read_text()
        assert seen == []
        writer = threading.Thread(target=lambda: Path(tmp_path / "after").write_text("x"))
        writer.start()
        writer.join()
    assert len(seen) == 1 and "after" in seen[0]
    Path(tmp_path / "later").write_text("x")
    assert len(seen) == 1


def test_other_programs_and_hosts_are_seen():
    with watched() as seen:
        subprocess.run([sys.executable, "-c", ""], check=True)
        with socket.socket() as one:
            one.connect_ex(("127.0.0.1", 9))
    assert any("subprocess.Popen" in line for line in seen) and any("socket.connect" in line for line in seen)


def test_what_is_logged_or_printed_is_overheard():
    with overheard() as lines:
        logging.getLogger("streamlit.some.part").warning("logged")
        logging.getLogger("other").warning("also\nhere")
        print("printed")
    assert list(dict.fromkeys(lines)) == ["logged", "also", "here", "printed"]
