"""The dataset, and the only code that knows its shape."""

import pandas as pd

# Text columns hold Python strings, not Arrow's. For tables this small, Arrow takes more than twice the time
# to filter. It also releases the interpreter's lock at each step, and with many readers each waits to get it
# back.
pd.options.mode.string_storage = "python"
