"""A case as a file that people can read and `check` reads back."""

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

import yaml

from eligibility.words.text import Text


class _CaseDumper(yaml.SafeDumper):
    """Writes plain data and exact numbers."""


_CaseDumper.add_representer(Decimal, lambda dumper, number: dumper.represent_scalar("tag:yaml.org,2002:float", str(number)))


def case_file(case: Mapping[str, Any], title: Text) -> bytes:
    """YAML under a line with the service's name in both languages."""
    heading = " / ".join(" ".join(name.split()) for name in (title.kk, title.ru))
    return f"# {heading}\n{yaml.dump(dict(case), Dumper=_CaseDumper, allow_unicode=True, sort_keys=False)}".encode()
