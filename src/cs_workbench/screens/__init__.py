"""One file per screen. A screen shows rows and items, performs actions and shows refusals; it decides nothing."""
