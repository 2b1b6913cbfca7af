"""Files to download: a brief as Word, PowerPoint and Markdown, tables as CSV, the dataset as a zip."""
