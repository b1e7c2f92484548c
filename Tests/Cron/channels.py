"""`mend channel`: what it refuses, and what remove, add and test do."""

import json

from home import KEEP, Home, at, channel, child, holds, household, rupture, same

NOW = at("01-05 12:00")

#: name, arguments, status, words
REFUSED = [
    ("a capital letter", ["Mail", "--kind", "mail", "--to", "me@example.org"], 65, "small letters"),
    ("a blank", ["my mail", "--kind", "mail", "--to", "me@example.org"], 65, "small letters"),
    ("a slash", ["../mail", "--kind", "mail", "--to", "me@example.org"], 65, "small letters"),
    ("a line end", ["a\nb", "--kind", "mail", "--to", "me@example.org"], 65, "small letters"),
    ("letters of elsewhere", ["почта", "--kind", "mail", "--to", "me@example.org"], 65, "small letters"),
    ("no name", ["", "--kind", "mail", "--to", "me@example.org"], 65, ""),
    ("a name like an option", ["--kind", "mail", "--to", "me@example.org", "--", "-x"], 65, "small letters"),
    ("a long name", ["x" * 5000, "--kind", "exec", "--to", "true"], 65, "characters"),
    ("the name of standard output", ["stdout", "--kind", "exec", "--to", "true"], 65, "already"),
    ("a name twice", ["cmd", "--kind", "mail", "--to", "me@example.org"], 65, "already"),
    ("a mail without address", ["new", "--kind", "mail"], 65, "address"),
    ("an empty address", ["new", "--kind", "mail", "--to", ""], 65, "address"),
    ("two addresses", ["new", "--kind", "mail", "--to", "me@example.org,you@example.org"], 65, "one mail address"),
    ("two addresses and a blank", ["new", "--kind", "mail", "--to", "me@example.org you@example.org"], 65, "one mail address"),
    ("two addresses and a semicolon", ["new", "--kind", "mail", "--to", "me@example.org;you@example.org"], 65, "one mail address"),
    ("a name before the address", ["new", "--kind", "mail", "--to", "Me <me@example.org>"], 65, "one mail address"),
    ("a comment", ["new", "--kind", "mail", "--to", "me(x)@example.org"], 65, "one mail address"),
    ("no @", ["new", "--kind", "mail", "--to", "root"], 65, "one mail address"),
    ("nothing before @", ["new", "--kind", "mail", "--to", "@example.org"], 65, "one mail address"),
    ("nothing after @", ["new", "--kind", "mail", "--to", "me@"], 65, "one mail address"),
    ("two @", ["new", "--kind", "mail", "--to", "me@you@example.org"], 65, "one mail address"),
    ("a line end and a header", ["new", "--kind", "mail", "--to", "me@example.org\nBcc: you@example.org"], 65, ""),
    ("a carriage return", ["new", "--kind", "mail", "--to", "me@example.org\rBcc:you@example.org"], 65, ""),
    ("a line end at the end", ["new", "--kind", "mail", "--to", "me@example.org\n"], 65, ""),
    ("an option as address", ["new", "--kind", "mail", "--to=-oQ/tmp@example.org"], 65, "one mail address"),
    ("an option as address, apart", ["new", "--kind", "mail", "--to", "-oQ/tmp@example.org"], 64, ""),
    ("an address without end", ["new", "--kind", "mail", "--to", "x" * 300 + "@example.org"], 65, ""),
    ("no command", ["new", "--kind", "exec"], 65, "command"),
    ("an empty command", ["new", "--kind", "exec", "--to", ""], 65, "command"),
    ("a command of blanks", ["new", "--kind", "exec", "--to", " \t"], 65, "command"),
    ("standard output to somewhere", ["new", "--kind", "stdout", "--to", "/tmp/x"], 65, "standard output"),
    ("no kind", ["new", "--to", "me@example.org"], 64, "--kind"),
    ("another kind", ["new", "--kind", "pigeon", "--to", "me@example.org"], 64, "pigeon"),
]


def family(folder):
    home = Home(
        folder, household(), child(), rupture(at("01-05 09:00")), channel("cmd", "exec", f"exec '{folder}/take'"),
        channel("mail", "mail", "me@example.org"), channel("out", "stdout"), now=at("01-05 09:00"))
    home.program("take", KEEP)
    return home


def refused(folder):
    home = family(folder)
    before = home.dump()
    for name, arguments, status, words in REFUSED:
        run = home.mend("channel", "add", *arguments, now=NOW, status=None)
        same(run.status, status, f"{name}: status ({run.err[:200]!r})")
        holds(words in run.err, f"{name}: it says {run.err[:300]!r}")
        holds(home.dump() == before, f"{name}: the household is another one")
    home.mend("channel", "remove", "nope", now=NOW, status=66).complains(66, "mend channel list")
    home.mend("channel", "test", "nope", now=NOW, status=66).complains(66, "mend channel list")


def refused_in_a_file(folder):
    """A channel in JSON Lines that leads to no one address is refused there, or at the latest before anything goes out."""
    for number, to in enumerate(("-oQ/tmp@example.org", "me@example.org,you@example.org", "root", None)):
        home = Home(folder / str(number))
        lines = home.folder / "lines.jsonl"
        records = [household(), child(), rupture(at("01-05 09:00")), channel("mail", "mail", to)]
        lines.write_text("".join(json.dumps(record) + "\n" for record in records))
        if home.mend("load", "--with-addresses", lines, now=at("01-05 09:00"), status=None).status == 65:
            continue
        home.begun("mail", now=at("01-05 09:00"))
        home.due("mail", now=NOW, status=73).complains(73, "channel mail")
        same((home.mails.raw(), home.mails.arguments(), home.delivered("mail")), ([], [], []), f"mails to {to}")


def begins_anew(folder):
    home = family(folder).begun("cmd", now=at("01-05 09:00"))
    home.due("cmd", now=NOW)
    same(home.lists(), [["r1.reconnect"]], "before")
    home.mend("channel", "remove", "cmd", now=NOW)
    same(home.dump("delivery"), [], "deliveries after remove")
    same([record["name"] for record in home.dump("channel")], ["mail", "out"], "channels after remove")
    home.due("cmd", now=NOW, status=66)
    holds("cmd" not in home.mend("channel", "list").out, "it is still listed")
    home.mend("channel", "add", "cmd", "--kind", "exec", "--to", f"exec '{folder}/take'", now=at("01-05 12:05"))
    holds("cmd: has not run yet" in home.mend("doctor", now=NOW).out, "mend doctor tells of runs of the old one")
    home.due("cmd", now=at("01-05 12:10"))
    # It begins a day before, and knows nothing of what the one before it has sent.
    same(home.lists(), [["r1.reconnect"], ["r1.reconnect"]], "after the new one's first run")
    home.due("cmd", now=at("01-06 19:00"))
    same(home.lists()[2:], [["daily.2026-01-06", "r1.try-again.1"]], "later")


def samples(folder):
    home = family(folder)
    before = home.dump()
    out = home.mend("channel", "test", "out", now=NOW).out
    holds("A test from mend" in out, f"stdout: {out!r}")
    holds("mail" in home.mend("channel", "test", "mail", now=NOW).out, "mail: it does not say what to do")
    [mail] = home.mails.read()
    same((str(mail["To"]), home.mails.arguments()), ("me@example.org", [["-i", "--", "me@example.org"]]), "mail")
    holds("Nothing is due now." in mail.get_body(("plain",)).get_content() or mail["Subject"], "mail: no text")
    home.mend("channel", "test", "cmd", now=NOW)
    same(home.lists(), [["test"]], "cmd")
    home.program("take", "exit 1")
    home.mend("channel", "test", "cmd", now=NOW, status=73).complains(73, "channel cmd", "status 1")
    home.mails.set("exit 75")
    home.mend("channel", "test", "mail", now=NOW, status=73).complains(73, "channel mail", "status 75")
    same(home.dump(), before, "the household")
    holds("not run yet" in home.mend("channel", "list").out, "a sample counts as a run")


def listed(folder):
    home = family(folder).begun("mail", now=at("01-05 09:00"))
    lines = home.mend("channel", "list").out.splitlines()
    same(len(lines), 3, "lines")
    holds("mail me@example.org" in lines[1] and "2026-01-05T09:00:00-05:00" in lines[1], f"mail: {lines[1]!r}")
    holds("not run yet" in lines[0] and "not run yet" in lines[2], f"the others: {lines}")


def formats(folder):
    """What mend due prints as text, JSON and HTML, once on standard output's own channel."""
    home = family(folder)
    found = {}
    for form in ("text", "json", "html"):
        copy = Home(folder / form, household(), child(), rupture(at("01-05 09:00")), now=at("01-05 09:00"))
        same(copy.due(now=at("01-05 09:00")).out, "", "the first run")
        found[form] = copy.mend("due", "--format", form, now=NOW).out
        same(copy.mend("due", "--format", form, now=NOW).out, "", f"{form}: when nothing is due")
    [item] = json.loads(found["json"])
    same(item, home.items("2026-01-05", NOW)["r1.reconnect"], "json")
    for form in ("text", "html"):
        holds(item["title"] in found[form], f"{form} has no title")


CHECKS = {
    "channel: what add refuses": refused,
    "channel: addresses from a file": refused_in_a_file,
    "channel: remove and add": begins_anew,
    "channel: test": samples,
    "channel: list": listed,
    "channel: what due prints": formats,
}
