"""Requests as apps send them, written anew from what their sources and their users' reports tell."""



from home import holds, same
from lists import (
    C, D, NAMESPACES, PRIVATE, Client, List, S, Server, crack, family, new_task, records, unfolded, value, with_line)


def started(folder, *options):
    home = family(folder, crack())
    tasks = List(home, "phone", "--open", *options)
    return home, tasks


def ios(folder):
    """Settings, Accounts, Other, CalDAV; then Reminders."""
    home, tasks = started(folder)
    with Server(home) as server:
        phone = Client(server, tasks, "iOS/18.1 (22B83) remindd/1.0")
        wanted = ["d:current-user-principal", "d:principal-URL", "d:resourcetype"]
        same(Client(server, tasks).ask("OPTIONS", "/dav/").status, 200, "OPTIONS")
        for path in ("/.well-known/caldav", "/", "/dav/"):
            found = phone.propfind(path, 0, *wanted, Prefer="return=minimal", Brief="t").responses()
            principal = next(iter(found.values()))[D + "current-user-principal"].findtext(D + "href")
        found = phone.propfind(
            principal, 0, "c:calendar-home-set", "c:calendar-user-address-set", "d:current-user-principal", "d:displayname",
            "s:dropbox-home-URL", "s:email-address-set", "s:notification-URL", "d:principal-collection-set", "d:principal-URL",
            "d:resource-id", "c:schedule-inbox-URL", "c:schedule-outbox-URL", "d:supported-report-set")
        home_set = found.responses()[principal][C + "calendar-home-set"].findtext(D + "href")
        holds("calendar-access" in phone.ask("OPTIONS", home_set, status=200).headers["DAV"], "OPTIONS of the home set")
        same(phone.ask("REPORT", principal, f'<d:principal-search-property-set {NAMESPACES}/>', Depth="0").status, 403, "search")
        found = phone.propfind(
            home_set, 1, "d:add-member", "c:allowed-sharing-modes", "a:autoprovisioned", "d:bulk-requests", "a:calendar-color",
            "c:calendar-description", "c:calendar-free-busy-set", "a:calendar-order", "c:calendar-timezone",
            "d:current-user-privilege-set", "c:default-alarm-vevent-date", "d:displayname", "s:getctag", "a:language-code",
            "d:owner", "s:pre-publish-url", "s:publish-url", "s:push-transports", "s:pushkey", "d:quota-available-bytes",
            "d:resourcetype", "c:schedule-calendar-transp", "s:source", "s:subscribed-strip-alarms",
            "c:supported-calendar-component-set", "d:supported-report-set", "d:sync-token").responses()
        same(len(found), 2, "the home and one list")
        listed = found[tasks.path]
        same([comp.get("name") for comp in listed[C + "supported-calendar-component-set"]], ["VTODO"], "components")
        holds(listed[D + "resourcetype"].find(C + "calendar") is not None, "no calendar")
        same(phone.ask("PROPPATCH", tasks.path, f'<d:propertyupdate {NAMESPACES}><d:set><d:prop><a:calendar-order>1</a:calendar-order>'
                       '</d:prop></d:set></d:propertyupdate>').status, 207, "PROPPATCH")
        first = phone.sync()
        hrefs = [href for href in first.responses() if href.endswith(".ics")]
        same(len(hrefs), 1, "tasks")
        text = phone.multiget(hrefs).responses()[hrefs[0]][C + "calendar-data"].text
        tag = first.responses()[hrefs[0]][D + "getetag"].text
        holds("TRIGGER;VALUE=DATE-TIME:" in text, "no alarm that rings")
        # Ticked in Reminders.
        text = unfolded(text.replace("\r\n", "\n").replace("\n", "\r\n"))
        done = with_line(with_line(text, "STATUS", "STATUS:COMPLETED"), "COMPLETED", "COMPLETED:20260105T230000Z")
        done = done.replace("BEGIN:VALARM", "BEGIN:VALARM\r\nX-WR-ALARMUID:5E0A\r\nACKNOWLEDGED:20260105T230000Z")
        same(phone.put(hrefs[0], with_line(done, "X-APPLE-SORT-ORDER", "X-APPLE-SORT-ORDER:5"), If_Match=tag).status, 204, "PUT")
        same([record["outcome"] for record in records(home, "attempt")], ["repaired"], "attempts")
        changed = phone.sync(first.token())
        same(list(changed.responses()), hrefs, "what changed")
        text = phone.multiget(hrefs).responses()[hrefs[0]][C + "calendar-data"].text
        holds("STATUS:COMPLETED" in text and "X-APPLE-SORT-ORDER:5" in text, "what was ticked came back otherwise")
        # And unticked.
        tag = changed.responses()[hrefs[0]][D + "getetag"].text
        text = with_line(with_line(with_line(text.replace("\n", "\r\n").replace("\r\r", "\r"), "STATUS", "STATUS:NEEDS-ACTION"), "COMPLETED", None), "PERCENT-COMPLETE", None)
        same(phone.put(hrefs[0], text, If_Match=tag).status, 204, "PUT")
        same(records(home, "attempt"), [], "attempts")
        # A new reminder.
        phone.put(tasks.path + "8D3E.ics", new_task(f"Theo {PRIVATE} limit", "8D3E", "X-APPLE-SORT-ORDER:6", "PRIORITY:0"), 201,
                  If_None_Match="*")
        same([record["with"] for record in records(home, "rupture")], ["ada", "theo"], "ruptures")


def davx5(folder):
    """Looks for the list, reads it, edits with tags, and follows the collection by its token."""
    home, tasks = started(folder)
    with Server(home) as server:
        phone = Client(server, tasks, "DAVx5/4.4.3-ose (2024/10/10; dav4jvm; okhttp/4.12.0) Android/14")
        found = phone.propfind(
            "/dav/", 0, "c:calendar-home-set", "c:supported-calendar-component-set", "d:resourcetype", "d:displayname",
            "d:current-user-principal", "d:owner", "d:current-user-privilege-set", "a:calendar-color")
        principal = found.responses()["/dav/"][D + "current-user-principal"].findtext(D + "href")
        home_set = phone.propfind(principal, 0, "c:calendar-home-set").responses()[principal][C + "calendar-home-set"].findtext(D + "href")
        found = phone.propfind(home_set, 1, "d:resourcetype", "d:current-user-privilege-set", "d:displayname", "d:owner",
                               "c:calendar-description", "c:calendar-timezone", "c:supported-calendar-component-set").responses()
        privileges = {element.tag for privilege in found[tasks.path][D + "current-user-privilege-set"] for element in privilege}
        holds(D + "write-content" in privileges, "read only")
        state = phone.propfind(tasks.path, 0, "c:max-resource-size", "d:supported-report-set", "s:getctag", "d:sync-token").responses()[tasks.path]
        holds(state[S + "getctag"].text and state[D + "sync-token"].text, "no tag and token")
        first = phone.sync()
        hrefs = [href for href in first.responses() if href.endswith(".ics")]
        files = phone.files()
        # Put off for four days.
        tag, text = files[hrefs[0]]
        due = with_line(text, "DUE", "DUE;TZID=America/New_York:20260109T170000").replace(
            "BEGIN:VTODO", "\r\n".join([
                "BEGIN:VTIMEZONE", "TZID:America/New_York", "BEGIN:STANDARD", "DTSTART:20071104T020000", "TZOFFSETFROM:-0400",
                "TZOFFSETTO:-0500", "RRULE:FREQ=YEARLY;BYMONTH=11;BYDAY=1SU", "END:STANDARD", "BEGIN:DAYLIGHT",
                "DTSTART:20070311T020000", "TZOFFSETFROM:-0500", "TZOFFSETTO:-0400", "RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=2SU",
                "END:DAYLIGHT", "END:VTIMEZONE", "BEGIN:VTODO"]))
        same(phone.put(hrefs[0], due, If_Match=tag).status, 204, "PUT")
        same([record["until"] for record in records(home, "hold")], ["2026-01-09T17:00:00-05:00"], "holds")
        same(phone.put(hrefs[0], due, If_Match=tag).status, 412, "a stale tag")
        # A task of its owner's own, and its deletion with a tag.
        made = phone.put(tasks.path + "own.ics", new_task("Milk", "own"), 201, If_None_Match="*")
        same(phone.put(tasks.path + "own.ics", new_task("Milk", "own"), If_None_Match="*").status, 412, "once more")
        same(phone.ask("DELETE", tasks.path + "own.ics", If_Match=made.headers["ETag"]).status, 204, "DELETE")
        changed = phone.sync(first.token()).responses()
        same((set(changed), changed[tasks.path + "own.ics"]), ({hrefs[0], tasks.path + "own.ics"}, None), "what changed")
        same(phone.sync("urn:mend:sync:none:1", 403).status, 403, "an unknown token")


def tasks_org(folder):
    """Compares the list's tag, and writes without one."""
    home, tasks = started(folder)
    with Server(home) as server:
        phone = Client(server, tasks, "org.tasks/13.8 (okhttp) Android/14")
        found = phone.propfind("/dav/", 0, "d:current-user-principal").responses()["/dav/"]
        principal = found[D + "current-user-principal"].findtext(D + "href")
        home_set = phone.propfind(principal, 0, "c:calendar-home-set").responses()[principal][C + "calendar-home-set"].findtext(D + "href")
        found = phone.propfind(home_set, 1, "d:resourcetype", "d:displayname", "c:supported-calendar-component-set", "s:getctag",
                               "a:calendar-color", "d:sync-token", "d:share-access", "d:current-user-privilege-set").responses()
        tag = found[tasks.path][S + "getctag"].text
        query = (f'<c:calendar-query {NAMESPACES}><d:prop><d:getetag/></d:prop><c:filter><c:comp-filter name="VCALENDAR">'
                 '<c:comp-filter name="VTODO"/></c:comp-filter></c:filter></c:calendar-query>')
        hrefs = list(phone.report(query).responses())
        same(len(hrefs), 1, "tasks")
        _, text = phone.files()[hrefs[0]]
        # An outcome in the notes; the answer is lost, and it is sent again.
        answered = with_line(text, "DESCRIPTION", f"DESCRIPTION:not-ready\\, {PRIVATE} slept")
        for _ in range(2):
            same(phone.put(hrefs[0], answered).status, 204, "PUT without a tag")
        same([(record["outcome"], record["note"]) for record in records(home, "attempt")], [("not-ready", f"{PRIVATE} slept")], "attempts")
        holds(phone.propfind(tasks.path, 0, "s:getctag").responses()[tasks.path][S + "getctag"].text != tag, "the same tag")
        # Closed on the command line: gone from the phone.
        home.mend("attempt", "Ada", "repaired", now="2026-01-05T19:30:00-05:00")
    with Server(home, "2026-01-05T19:31:00-05:00") as server:
        phone = Client(server, tasks)
        same(list(phone.report(query).responses()), [], "tasks")
        # Its old copy, ticked late, is no new task and no second repair.
        same(phone.put(hrefs[0], with_line(text, "STATUS", "STATUS:COMPLETED")).status, 204, "a late tick")
        same([record["outcome"] for record in records(home, "attempt")], ["not-ready", "repaired"], "attempts")
        same(phone.files(), {}, "tasks")


def restored(folder):
    """Tokens outlive a restart, and none from before a restoration is taken."""
    home, tasks = started(folder)
    with Server(home) as server:
        token = Client(server, tasks).sync().token()
        Client(server, tasks).put(tasks.path + "a.ics", new_task("Milk", "a"), 201)
    with Server(home) as server:
        same(list(Client(server, tasks).sync(token).responses()), [tasks.path + "a.ics"], "what changed over a restart")
    home.mend("backup", str(folder / "b.sqlite"))
    with Server(home) as server:
        Client(server, tasks).put(tasks.path + "b.ics", new_task("Bread", "b"), 201)
        token = Client(server, tasks).sync().token()
    home.mend("restore", "--replace", str(folder / "b.sqlite"))
    with Server(home) as server:
        phone = Client(server, tasks)
        phone.sync(token, 403)
        same({value(text, "SUMMARY") for _, text in phone.files().values()} >= {"Milk", "Bread"}, True, "nothing is lost")
    home.mend("tasks", "revoke", "phone")
    with Server(home) as server:
        same(Client(server, tasks).ask("PROPFIND", tasks.path, Depth="0").status, 401, "a revoked password")


def bad_input(folder):
    """Nothing changes, and the status says why."""
    home, tasks = started(folder)
    with Server(home) as server:
        phone = Client(server, tasks)
        files = phone.files()
        before = (home.dump(), files)
        good = new_task("Milk", "m")
        event = good.replace("VTODO", "VEVENT").replace("SUMMARY", "DTSTART:20260105T225000Z\r\nSUMMARY")
        twice = good.replace("END:VTODO\r\n", "END:VTODO\r\nBEGIN:VTODO\r\nUID:n\r\nDTSTAMP:20260105T225000Z\r\nEND:VTODO\r\n")
        for text, status, condition in [
                ("rubbish", 403, b"valid-calendar-data"), (good[:80], 403, b"valid-calendar-data"),
                (b"\xff\xfe", 403, b"valid-calendar-data"), (event, 403, b"supported-calendar-component"),
                (twice, 403, b"valid-calendar-object-resource"),
                (good.replace("SUMMARY", "DUE:99991231T000000Z\r\nSUMMARY"), 403, b"max-date-time"),
                ("x" * 70_000, 413, b"max-resource-size")]:
            answer = phone.put(tasks.path + "m.ics", text)
            same((answer.status, condition in answer.body), (status, True), f"{condition}")
        for method, body, status in [
                ("PROPFIND", "<d:propfind", 400), ("REPORT", "", 400), ("PROPFIND", "<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>", 400),
                ("REPORT", f"<c:free-busy-query {NAMESPACES}/>", 403), ("MKCALENDAR", None, 403), ("MOVE", None, 403),
                ("PROPFIND", "<a>" * 5000, 400)]:
            same(phone.ask(method, tasks.path, body, Depth="0").status, status, f"{method} {str(body)[:40]}")
        same(phone.ask("PROPFIND", tasks.path, Depth="infinity").status, 403, "depth")
        same((home.dump(), phone.files()), before, "after all that")


CHECKS = {
    "apps: iOS": ios, "apps: DAVx5": davx5, "apps: Tasks.org": tasks_org, "tokens over a restart and a restoration": restored,
    "what cannot be taken": bad_input,
}
