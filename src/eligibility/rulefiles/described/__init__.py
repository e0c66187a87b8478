"""What the keys of rule files mean, for the editors of those who write them: a table a room of records."""

__all__: list[str] = []
