"""What a session holds: its link, its dataset, its clock, and what is asked of the drawer."""
