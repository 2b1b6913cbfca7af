"""The dataset, and the only code that knows its shape."""
