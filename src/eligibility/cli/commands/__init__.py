"""One module a command, named as the command is, and imported when it runs."""

__all__: list[str] = []
