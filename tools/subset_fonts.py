"""Cuts the fonts of printed letters out of Noto Serif, whose Regular and Bold are in a folder of their own.

python -m tools.subset_fonts FOLDER
"""

import sys
from pathlib import Path

from fontTools import subset

FONTS = Path(__file__).resolve().parent.parent / "templates" / "print" / "fonts"
SIGNS = (
    "20-7E,A0-17F,18F,1E6,1E7,218-21B,259,300-304,306-308,30A-30C,327,328,400-52F,"
    "2002-200A,2010-2015,2018-201F,2022,2026,202F,2030,2032,2033,2039,203A,20AC,20B8,2116"
)
"""Kazakh, Russian, the neighbours' names, combining marks, punctuation, tenge and euro"""
FEATURES = "ccmp,liga,locl,kern,mark,mkmk"


def main(source: Path) -> None:
    for name in ("NotoSerif-Regular.ttf", "NotoSerif-Bold.ttf"):
        subset.main(
            [
                str(source / name),
                f"--unicodes={SIGNS}",
                "--no-hinting",
                "--notdef-outline",
                f"--layout-features={FEATURES}",
                f"--output-file={FONTS / name}",
            ]
        )


if __name__ == "__main__":
    main(Path(sys.argv[1]))
