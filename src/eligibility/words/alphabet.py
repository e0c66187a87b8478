"""The order of letters in both languages."""

_LETTERS = "аәбвгғдеёжзийкқлмнңоөпрстуұүфхһцчшщъыіьэюя"


def alphabetical(text: str) -> list[int]:
    """A key that sorts as a Kazakh or Russian dictionary does; the order of Unicode puts the letters of Kazakh last."""
    return [_LETTERS.find(sign) for sign in text.casefold() if sign.isalpha() or sign == " "]
