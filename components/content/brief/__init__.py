"""Pins, and the card that each pin stands for."""
