"""Letters as records, before and after they leave (rows 2.2, 6.4, 7.4)."""
