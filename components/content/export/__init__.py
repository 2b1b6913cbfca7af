"""What readers take away, as bytes or text: Word, PowerPoint, Markdown, CSV and the zip."""
