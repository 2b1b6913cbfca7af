"""What a brief holds: pins as text, and the cards they stand for."""
