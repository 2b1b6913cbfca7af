"""Running Linchpin on a server."""
