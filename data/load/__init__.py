"""From files to a checked Dataset, or to a list of everything that is wrong with them."""
