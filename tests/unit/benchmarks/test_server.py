"""What is read of a server from outside."""

from benchmarks.server import cpu_ticks, resident_mb, unexpected_lines


def test_memory_is_the_resident_part_in_mb():
    assert resident_mb("Name:\tpython\nVmHWM:\t  999999 kB\nVmRSS:\t  204800 kB\nRssAnon:\t 1 kB\n") == 200


def test_cpu_is_the_time_of_the_process_and_of_the_system_whatever_the_process_is_called():
    before, after = "7 (a) b c) S 1 2 3 4 5 6 7 8 9 10", "20 0 1 0"
    assert cpu_ticks(f"{before} 300 21 {after}") == 321


def test_what_the_servers_say_of_themselves_is_expected():
    printed = """
  You can now view your Streamlit app in your browser.

  URL: http://localhost:8501

INFO:     Started server process [7]
INFO:     Waiting for application startup.
2026-11-24 15:51:45.961 Application startup complete.
2026-11-24 15:51:45.964 Uvicorn running on http://localhost:1 (Press CTRL+C to quit)
2026-11-24 15:51:45.980 Uvicorn server started on localhost:1
2026-11-24 15:51:45.990 127.0.0.1:5 - "GET /_stcore/health HTTP/1.1" 200
INFO:     127.0.0.1:5 - "WebSocket /_stcore/stream" [accepted]
INFO:     connection open
2026-11-24 15:51:49.168 connection closed
"""
    assert unexpected_lines(printed) == []


def test_everything_else_is_not():
    lines = [
        "Traceback (most recent call last):",
        "ValueError: no",
        "2026-11-24 15:51:45.990 Session with id 1 is already connected! Reconnecting to existing session.",
        '2026-11-24 15:51:45.990 127.0.0.1:5 - "GET /media/1.png HTTP/1.1" 404',
        '127.0.0.1:5 - "GET /statement?q=secret HTTP/1.1" 200',
        'INFO:     127.0.0.1:5 - "WebSocket /_stcore/stream" 403',
        "None",
    ]
    assert unexpected_lines("\n".join(lines)) == lines
    assert unexpected_lines("\x1b[31mValueError\x1b[0m: no") == ["ValueError: no"]
