"""The pages of the app and their addresses."""

# The title of each page by the name of its file, in the order of the navigation.
PAGES = {
    "overview": "Overview",
    "pledges": "Pledges",
    "map": "Map",
    "commitments": "Commitments",
    "timeline": "Timeline",
    "statement": "Statement",
    "wording": "Wording",
    "compare": "Compare",
    "brief": "Brief",
    "method": "Method",
}
START = next(iter(PAGES))  # the page that opens at the app's own address


def path(name: str) -> str:
    """The path of a page in addresses, relative to the app's. The start page has none."""
    return "" if name == START else name
