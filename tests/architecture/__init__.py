"""What the plan of the house says (design, section 3), checked by reading the source."""
