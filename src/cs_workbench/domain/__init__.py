"""The twenty processes as areas. Each area has the same four rooms: records, repository, actions, rules."""
