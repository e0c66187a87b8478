"""Cuts the fonts of the pages out of Noto, which Debian has in fonts-noto-core: /usr/share/fonts/truetype/noto

python -m tools.fonts FOLDER

Wants fontTools and brotli, which nothing else here needs: pip install fonttools brotli
"""

import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from fontTools import merge, subset

FONTS = Path(__file__).resolve().parent.parent / "templates" / "web" / "assets"
LETTERS = (
    "20-7E,401,410-44F,451,"
    "406,456,492,493,49A,49B,4A2,4A3,4AE-4B1,4BA,4BB,4D8,4D9,4E8,4E9,"
    "A0,A7,AB,B0,B2,B3,B7,BB,D7,2011,2013,2014,2018-201A,201C-201E,2022,2026,202F,20B8,2116"
)
"""ASCII, Russian, the Kazakh letters, punctuation and tenge: what Noto Sans has"""
SIGNS = {"NotoSansSymbols2": "25CB,2610,2611,2713,2736,21E7,232B", "NotoSansMath": "2190,2192,21D0,2248"}
"""Boxes to tick, the sign of a day, keys of a keyboard, arrows: they come from the fonts of symbols."""


def main(source: Path) -> None:
    for weight in ("Regular", "Bold"):
        cut(source / f"NotoSans-{weight}.ttf", LETTERS, FONTS / f"noto-sans-{weight.lower()}.woff2", "woff2")
    with TemporaryDirectory() as folder:
        parts = []
        for name, signs in SIGNS.items():
            parts.append(f"{folder}/{name}.ttf")
            cut(source / f"{name}-Regular.ttf", signs, Path(parts[-1]))
        merged = Path(folder, "signs.ttf")
        merge.Merger(merge.Options(drop_tables=["MATH", "GSUB", "GPOS", "GDEF"])).merge(parts).save(merged)
        cut(merged, ",".join(SIGNS.values()), FONTS / "noto-signs.woff2", "woff2")


def cut(font: Path, signs: str, to: Path, flavor: str = "") -> None:
    subset.main(
        [
            str(font),
            f"--unicodes={signs}",
            "--no-hinting",
            "--desubroutinize",
            "--layout-features=",
            "--name-IDs=0,1,2,13,14",
            f"--output-file={to}",
            *([f"--flavor={flavor}"] if flavor else []),
        ]
    )


if __name__ == "__main__":
    main(Path(sys.argv[1]))
