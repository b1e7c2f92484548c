"""In the discreet edition no private string in any byte; in no edition a note."""

import html
import json
from urllib.parse import unquote

from exports import unescaped

#: Words that tell what a reminder is about.
TELLING = ["toxic", "benign", "oscillating", "limit-setting", "rupture", "reconnect", "try-again", "roadblock"]


def secrecy(export):
    is_discreet = export.expected.is_discreet
    secrets = export.secrets + TELLING + list(words(export.expected.items)) if is_discreet else export.notes
    for path in export.paths():
        texts = readings(path, export.bytes(path))
        for secret in secrets:
            if any(secret.casefold() in text for text in texts):
                yield f"{path}: holds {secret!r:.40}"
                break


def words(items):
    """Ids, titles and lines of the open edition that are long enough not to stand somewhere by chance."""
    for item in items:
        texts = [item["id"], item["title"], item["prompt"] or "", *item["text"].split("\n")]
        yield from (text for text in texts if len(text) >= 14)


def readings(path, data):
    """The bytes as text in every way in which a reader could take them."""
    raw = data.decode(errors="replace")
    texts = {raw}
    if path.endswith(".ics"):
        unfolded = raw.replace("\r\n ", "")
        texts |= {unfolded, unescaped(unfolded)}
    elif path.endswith(".json"):
        texts.add(json.dumps(json.loads(raw), ensure_ascii=False))
    # Feeds escape HTML inside of XML.
    texts |= {html.unescape(text) for text in texts}
    texts |= {html.unescape(text) for text in texts}
    texts |= {unquote(text) for text in texts}
    return [text.casefold() for text in texts]


SECRECY = {"secrecy": secrecy}
