"""Outlines of countries for the map, and the scripts that make and publish them."""
