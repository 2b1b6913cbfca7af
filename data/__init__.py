"""The dataset, and the only code that knows its shape."""

import pandas as pd

# Plain Python text: of tables this small, Arrow's takes more than twice the time to filter, and gives up
# the interpreter at each step, which with many readers is long in coming back.
pd.options.mode.string_storage = "python"
