"""Plain data, read strictly and written back: JSON, YAML with places, records."""

from typing import TYPE_CHECKING

from eligibility._faces import face

if TYPE_CHECKING:
    from eligibility.plain.records import plain as plain
    from eligibility.plain.records import revive as revive
    from eligibility.plain.strictjson import parse_json as parse_json
    from eligibility.plain.yamlfile import YamlFile as YamlFile
    from eligibility.plain.yamlfile import read_yaml as read_yaml
else:
    __all__, __getattr__, __dir__ = face(
        __name__,
        {
            "records": "plain revive",
            "strictjson": "parse_json",
            "yamlfile": "YamlFile read_yaml",
        },
    )
