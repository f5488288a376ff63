"""How many options a question asks to mark: `Select TWO`, `choose all that apply`, and their translations."""

import re

from dlqa_lint.text.lazy_regex import regex

_NUMBERS = {
    1: "one|1|uno|una|um|uma|un|une|eine|einen|ein|один|одну|одно|один|bir|一|1つ|하나|một|jedną|één",
    2: "two|2|dos|dois|duas|deux|zwei|due|два|две|дві|iki|两|二|２|2つ|두|hai|dwie|dwa|twee",
    3: "three|3|tres|três|trois|drei|tre|три|üç|三|３|3つ|세|ba|trzy|drie",
    4: "four|4|cuatro|quatro|quatre|vier|quattro|четыре|чотири|dört|四|４|네|bốn|cztery",
    5: "five|5|cinco|cinq|fünf|cinque|пять|п'ять|beş|五|５|năm",
}
_ANY = "|".join(_NUMBERS.values())
_VERB = (
    r"select|choose|pick|mark|check|tick|elija|elige|seleccione|selecciona|escoja|escoge|marque|marca|escolha"
    r"|selecione|assinale|choisissez|sélectionnez|cochez|wählen sie|wähle|markieren sie|scegli|scegliere|seleziona"
    r"|selezionare|выберите|укажите|отметьте|оберіть|виберіть|позначте|chọn|wybierz|kies"
)
# Behind the number the demand ends, or says what is counted: "Select one row" asks for no mark.
_END = (
    r"(?=\s*(?:[.)\]:!,;*_]|$)"
    r"|\s+(?:of the|from the|correct|right|best|answers?|options?|choices?|responses?|statements?"
    r"|that apply|respuestas?|opciones|respostas?|opções|alternativas?|réponses?|antworten?|risposte|risposta"
    r"|ответ\w*|вариант\w*|відповід\w*|варіант\w*|đáp án))"
)
_DEMAND = regex(
    rf"\b(?:{_VERB})\s+(?:the\s+|any\s+|only\s+|exactly\s+)?[*_]{{0,2}}(?P<n>{_ANY})\b[*_]{{0,2}}{_END}"
    r"|\b(?:which|what(?:\s+are)?(?:\s+the)?)\s+[*_]{0,2}(?P<w>two|three|four|five)\b"
    r"|(?:选择?|選擇?|选出|選出)(?P<z>[一两二三四五2-5])(?:个|個|项|項)|(?P<j>[2-5２-５])つ\s*(?:を\s*)?(?:選|えら)"
    r"|(?P<k>두|세|네|[2-5])\s*(?:개|가지)(?:를|을)?\s*(?:고르|선택)|(?P<t>iki|üç|dört|[2-5])\s+(?:tane\s+)?seçenek\w*\s+seç",
    re.IGNORECASE,
)
_ALL = regex(
    r"\b(?:all that apply|all (?:the )?(?:correct|right) (?:answers|options)|one or more|todas las que|todas as que"
    r"|toutes les réponses|alle zutreffenden|alle richtigen|tutte quelle|все подходящие|все верные|все правильные"
    r"|всі правильні|tất cả)\b|多选|多選|すべて選|모두 고르|모두 선택",
    re.IGNORECASE,
)


def marks_asked(text: str) -> int | None:
    """The number of options that a question asks for; None where it names none, or asks for all that apply."""
    if _ALL.search(text):
        return None
    match = _DEMAND.search(text)
    if match is None:
        return None
    word = next(group for group in match.groups() if group).casefold()
    return next((count for count, words in _NUMBERS.items() if word in words.split("|")), None)


def asks_for_several(text: str) -> bool:
    """Whether a question asks for more than one option, or for all that apply."""
    return bool(_ALL.search(text)) or (marks_asked(text) or 0) > 1
