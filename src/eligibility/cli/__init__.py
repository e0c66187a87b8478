"""The commands, and how they speak to a person on a terminal. Nothing here is for other programs: they take the JSON."""

__all__: list[str] = []
