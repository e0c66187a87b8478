"""Plain data, read strictly and written back: JSON, YAML with places, records."""
