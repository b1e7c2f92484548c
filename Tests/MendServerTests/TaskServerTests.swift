import Foundation
import MendCore
import Testing

@testable import MendServer

/// Lists of tasks over CalDAV, through the router.
@Suite struct TaskServerTests {
    private static let multiget = #"<c:calendar-multiget xmlns:d="DAV:" xmlns:c="urn:ietf:params:xml:ns:caldav"><d:prop><d:getetag/><c:calendar-data/></d:prop>"#

    private static func sync(_ token: String, _ more: String = "") -> String {
        #"<d:sync-collection xmlns:d="DAV:"><d:sync-token>\#(token)</d:sync-token><d:sync-level>1</d:sync-level>\#(more)<d:prop><d:getetag/></d:prop></d:sync-collection>"#
    }

    private static func query(_ filter: String) -> String {
        #"<c:calendar-query xmlns:d="DAV:" xmlns:c="urn:ietf:params:xml:ns:caldav"><d:prop><d:getetag/></d:prop><c:filter><c:comp-filter name="VCALENDAR">\#(filter)</c:comp-filter></c:filter></c:calendar-query>"#
    }

    private static func task(_ title: String, uid: String = "u1", _ more: String = "") -> String {
        "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:x\r\nBEGIN:VTODO\r\nUID:\(uid)\r\nDTSTAMP:20260105T225500Z\r\nSUMMARY:\(title)\r\n\(more)END:VTODO\r\nEND:VCALENDAR\r\n"
    }

    @Test(arguments: ["/.well-known/caldav", "/", "/dav/", "/dav", "/dav/principals/phone/"])
    func isFoundFromEverywhere(_ path: String) async throws {
        try await TaskServer.run { server in
            let answer = try await server.propfind(
                path, depth: "0", "<d:current-user-principal/><d:principal-URL/><d:resourcetype/><c:calendar-home-set/>")
            #expect(answer.status == 207)
            #expect(answer.text.contains("<D:current-user-principal><D:href>/dav/principals/phone/</D:href>"))
            #expect(answer.text.contains("<C:calendar-home-set><D:href>/dav/lists/phone/</D:href>"))
            #expect(!answer.text.contains("404"))
        }
    }

    @Test func theHomeHoldsOneListOfTasksAlone() async throws {
        try await TaskServer.run { server in
            let answer = try await server.propfind(
                "/dav/lists/phone/", depth: "1",
                "<d:resourcetype/><c:supported-calendar-component-set/><d:current-user-privilege-set/><s:getctag/><d:sync-token/><x:none xmlns:x='urn:x'/>")
            #expect(answer.status == 207)
            #expect(answer.count("<D:response>") == 2)
            #expect(answer.count("<C:calendar/>") == 1)
            #expect(answer.text.contains(#"<C:supported-calendar-component-set><C:comp name="VTODO"/></C:supported-calendar-component-set>"#))
            #expect(answer.text.contains("<D:write-content/>"))
            #expect(answer.count("urn:mend:sync:") == 2)
            #expect(answer.text.contains("urn:x"))
            let minimal = try await server.ask("PROPFIND", "/dav/lists/phone/", nil, depth: "1", headers: ["Prefer": "return=minimal"])
            #expect(minimal.status == 207)
        }
    }

    @Test func opensNothingWithoutTheRightPassword() async throws {
        try await TaskServer.run { server in
            let none = try await server.ask("PROPFIND", TaskServer.list, depth: "0", password: nil)
            #expect(none.status == 401)
            #expect(none.headers[.wwwAuthenticate] == #"Basic realm="mend", charset="UTF-8""#)
            for _ in 1...40 {
                let wrong = try await server.ask("PROPFIND", TaskServer.list, depth: "0", password: "guess")
                #expect([401, 429].contains(wrong.status))
            }
            // Whoever guesses from the same address keeps no phone out.
            #expect(try await server.ask("PROPFIND", TaskServer.list, depth: "0").status == 207)
            #expect(try await server.ask("PROPFIND", TaskServer.list, depth: "0", user: " Phone ").status == 207)
            #expect(try await server.ask("PROPFIND", TaskServer.list, depth: "0", user: "tablet").status == 429)
            try server.journal.revokeTaskList(named: "phone")
            #expect(try await server.ask("PROPFIND", TaskServer.list, depth: "0").status == 429)
        }
    }

    @Test func asksForNoPasswordWhereOthersCouldReadIt() async throws {
        try await TaskServer.run(base: "http://home.example.org", listen: "0.0.0.0:80", isInsecure: true) { server in
            let answer = try await server.ask("PROPFIND", "/dav/", depth: "0", headers: ["Host": "home.example.org"])
            #expect([403, 421].contains(answer.status))
        }
    }

    @Test func anotherListIsNowhere() async throws {
        try await TaskServer.run { server in
            try server.journal.add(
                TaskList(name: "tablet", user: "tablet", secretHash: Digest.hex("other"), created: server.clock.now))
            #expect(try await server.ask("PROPFIND", "/dav/lists/tablet/tasks/", depth: "0").status == 404)
            #expect(try await server.ask("PROPFIND", TaskServer.list, depth: "0", password: "other", user: "tablet").status == 404)
            #expect(try await server.ask("PROPFIND", TaskServer.list, depth: "0", password: "other").status == 401)
        }
    }

    @Test func aPhoneReadsChecksOffAndSeesItGone() async throws {
        try await TaskServer.run { server in
            let href = try #require(try await server.hrefs().first)
            let got = try await server.ask("GET", href)
            #expect(got.status == 200 && got.text.contains(" · Ada\r\n"))
            #expect(got.headers[.contentType] == "text/calendar; charset=utf-8; component=VTODO")
            let tag = try #require(got.headers[.eTag])
            #expect(try await server.ask("GET", href, headers: ["If-None-Match": tag]).status == 304)
            let head = try await server.ask("HEAD", href)
            #expect(head.status == 200 && head.text.isEmpty)
            let multi = try await server.report(
                Self.multiget + "<d:href>\(href)</d:href><d:href>http://localhost\(href)</d:href><d:href>\(href)</d:href><d:href>/dav/lists/phone/tasks/no.ics</d:href></c:calendar-multiget>")
            // Each address once, however often it is asked for.
            #expect(multi.count("BEGIN:VTODO") == 2 && multi.count("404 Not Found") == 1)
            let match = #"<c:prop-filter name="SUMMARY"><c:text-match>a</c:text-match></c:prop-filter>"#
            let many = try await server.report(
                #"<c:calendar-query xmlns:d="DAV:" xmlns:c="urn:ietf:params:xml:ns:caldav"><d:prop><d:getetag/></d:prop><c:filter><c:comp-filter name="VCALENDAR"><c:comp-filter name="VTODO">"#
                    + String(repeating: match, count: 30)
                    + "</c:comp-filter></c:comp-filter></c:filter></c:calendar-query>")
            #expect(many.status == 403 && many.text.contains("supported-filter"))
            let first = try await server.report(Self.sync(""))
            let token = try #require(first.text.components(separatedBy: "<D:sync-token>").last?.components(separatedBy: "<").first)
            let done = got.text.replacing("NEEDS-ACTION", with: "COMPLETED")
            #expect(try await server.ask("PUT", href, done, headers: ["If-Match": "\"old\""]).status == 412)
            let put = try await server.ask("PUT", href, done, headers: ["If-Match": tag, "Content-Type": "text/calendar; charset=utf-8"])
            #expect(put.status == 204 && put.headers[.eTag] == nil)
            #expect(try server.journal.history().attempts.map(\.outcome) == [.repaired])
            let changed = try await server.report(Self.sync(token))
            #expect(changed.count("<D:response>") == 1 && changed.text.contains(href))
            #expect(try await server.report(Self.sync("urn:mend:sync:0:1")).text.contains("valid-sync-token"))
            #expect(try await server.ask("DELETE", href).status == 204)
            #expect(try await server.ask("GET", href).status == 404)
            let gone = try await server.report(Self.sync(token))
            #expect(gone.text.contains("<D:status>HTTP/1.1 404 Not Found</D:status>"))
        }
    }

    @Test func aNewTaskNamesSomebodyOrNobody() async throws {
        try await TaskServer.run { server in
            let named = try await server.ask("PUT", TaskServer.list + "a.ics", Self.task("Sam closeness"))
            #expect(named.status == 201 && named.headers[.eTag] == nil)
            #expect(try server.journal.history().ruptures.map(\.kind) == [.limitSetting, .oscillating])
            let own = try await server.ask("PUT", TaskServer.list + "b%20c.ics", Self.task("Milk", uid: "u2"), headers: ["If-None-Match": "*"])
            #expect(own.status == 201 && own.headers[.eTag] != nil)
            #expect(try await server.ask("GET", TaskServer.list + "b%20c.ics").text == Self.task("Milk", uid: "u2"))
        }
    }

    @Test func aNameThatFitsTwoIsRefusedWithItsReason() async throws {
        try await TaskServer.run { server in
            try server.journal.write([.put(.person(Person(id: "samira", name: "Samira", relation: .friend)))])
            try server.journal.write([.put(.person(Person(id: "samuel", name: "Samuel", relation: .friend)))])
            let answer = try await server.ask("PUT", TaskServer.list + "a.ics", Self.task("limit Sami"))
            #expect(answer.status == 201)
            let two = try await server.ask("PUT", TaskServer.list + "b.ics", Self.task("Adam limit", uid: "u2"))
            #expect(two.status == 201)
            try server.journal.write([.put(.person(Person(id: "samuela", name: "Samuela", relation: .friend)))])
            let before = try server.journal.history().ruptures
            let refused = try await server.ask("PUT", TaskServer.list + "c.ics", Self.task("limit Samue", uid: "u3"))
            #expect(refused.status == 403)
            #expect(refused.text.contains("name-fits-two"))
            #expect(try server.journal.history().ruptures == before)
            #expect(try await server.ask("GET", TaskServer.list + "c.ics").status == 404)
        }
    }

    @Test(arguments: [
        ("<C:valid-calendar-data/>", 403, "rubbish"),
        ("<C:supported-calendar-component/>", 403, "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nBEGIN:VEVENT\r\nUID:e\r\nDTSTART:20260105T225500Z\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"),
        ("<C:max-date-time/>", 403, "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nBEGIN:VTODO\r\nUID:e\r\nDUE:99991231T225500Z\r\nEND:VTODO\r\nEND:VCALENDAR\r\n"),
        ("<C:max-resource-size/>", 413, String(repeating: "x", count: 70_000)),
    ])
    func saysWhatItCannotTake(_ condition: String, _ status: Int, _ body: String) async throws {
        try await TaskServer.run { server in
            let before = try await server.hrefs()
            let answer = try await server.ask("PUT", TaskServer.list + "x.ics", body)
            #expect(answer.status == status)
            #expect(answer.text.contains(condition))
            #expect(try await server.hrefs() == before)
        }
    }

    @Test(arguments: [
        ("MKCALENDAR", "/dav/lists/phone/x/", 403), ("MKCOL", "/dav/lists/phone/tasks/", 403),
        ("COPY", "/dav/lists/phone/tasks/", 403), ("MOVE", "/dav/lists/phone/tasks/", 403),
        ("ACL", "/dav/lists/phone/tasks/", 403), ("DELETE", "/dav/lists/phone/tasks/", 403),
        ("DELETE", "/dav/lists/phone/", 403), ("PUT", "/dav/lists/phone/tasks/", 403),
        ("PUT", "/dav/lists/phone/tasks/a/b.ics", 409), ("POST", "/dav/lists/phone/tasks/", 405),
        ("GET", "/dav/lists/phone/tasks/", 405), ("PROPFIND", "/plan", 405), ("PROPFIND", "/h/x/y/Mend.ics", 405),
        ("DELETE", "/dav/lists/phone/tasks/no.ics", 404), ("REPORT", "/dav/lists/phone/", 403),
    ])
    func refusesTheRest(_ method: String, _ path: String, _ status: Int) async throws {
        try await TaskServer.run { server in
            let body = method == "REPORT" ? Self.query("") : method == "PUT" ? Self.task("Milk") : nil
            let answer = try await server.ask(method, path, body, depth: "0")
            #expect(answer.status == status)
            #expect(try await server.hrefs().count == 1)
        }
    }

    @Test func changesNoProperty() async throws {
        try await TaskServer.run { server in
            let answer = try await server.ask(
                "PROPPATCH", TaskServer.list,
                #"<d:propertyupdate xmlns:d="DAV:"><d:set><d:prop><d:displayname>Mine</d:displayname></d:prop></d:set></d:propertyupdate>"#)
            #expect(answer.status == 207 && answer.text.contains("403 Forbidden"))
        }
    }

    @Test func tellsWhatItCan() async throws {
        try await TaskServer.run { server in
            let answer = try await server.ask("OPTIONS", "/dav/lists/phone/", password: nil)
            #expect(answer.status == 200)
            #expect(answer.headers[.dav]?.contains("calendar-access") == true)
            #expect(answer.headers[.dav]?.contains("calendar-schedule") == false)
        }
    }

    @Test(arguments: [
        ("", 2), (#"<c:comp-filter name="VTODO"/>"#, 2), (#"<c:comp-filter name="VEVENT"/>"#, 0),
        (#"<c:comp-filter name="VTODO"><c:prop-filter name="COMPLETED"><c:is-not-defined/></c:prop-filter></c:comp-filter>"#, 2),
        (#"<c:comp-filter name="VTODO"><c:prop-filter name="SUMMARY"><c:text-match>milk</c:text-match></c:prop-filter></c:comp-filter>"#, 1),
        (#"<c:comp-filter name="VTODO"><c:prop-filter name="SUMMARY"><c:text-match collation="i;octet">milk</c:text-match></c:prop-filter></c:comp-filter>"#, 0),
        (#"<c:comp-filter name="VTODO"><c:prop-filter name="SUMMARY"><c:text-match negate-condition="yes">milk</c:text-match></c:prop-filter></c:comp-filter>"#, 1),
        (#"<c:comp-filter name="VTODO"><c:time-range start="20260105T000000Z" end="20260110T000000Z"/></c:comp-filter>"#, 2),
        (#"<c:comp-filter name="VTODO"><c:time-range start="20200105T000000Z" end="20200110T000000Z"/></c:comp-filter>"#, 1),
        (#"<c:comp-filter name="VTODO"><c:comp-filter name="VALARM"/></c:comp-filter>"#, 1),
    ])
    func answersQueries(_ filter: String, _ count: Int) async throws {
        try await TaskServer.run { server in
            _ = try await server.ask("PUT", TaskServer.list + "m.ics", Self.task("Milk"))
            let answer = try await server.report(Self.query(filter))
            #expect(answer.status == 207)
            #expect(answer.count("<D:response>") == count)
        }
    }

    @Test(arguments: [
        ("<", 400), ("<!DOCTYPE x [<!ENTITY e 'x'>]><d:propfind xmlns:d='DAV:'/>", 400),
        ("<x/>", 400), (String(repeating: "<a>", count: 300), 400),
    ])
    func refusesBrokenXML(_ body: String, _ status: Int) async throws {
        try await TaskServer.run { server in
            let answer = try await server.ask("PROPFIND", TaskServer.list, body, depth: "0")
            #expect(answer.status == status)
        }
    }

    /// What Swift takes for one would be two rows of the journal.
    @Test func takesNoAddressThatUnicodeComposesOtherwise() async throws {
        try await TaskServer.run { server in
            let composed = try await server.ask("PUT", "/dav/lists/phone/tasks/%C3%A9.ics", Self.task("Milk", uid: "u1"))
            #expect(composed.status == 201)
            let apart = try await server.ask("PUT", "/dav/lists/phone/tasks/e%CC%81.ics", Self.task("Milk", uid: "u2"))
            #expect(apart.status == 409)
            let asked = "<D:propfind xmlns:D='DAV:'><D:prop><D:getetag/></D:prop></D:propfind>"
            #expect(try await server.ask("PROPFIND", TaskServer.list, asked, depth: "1").status == 207)
        }
    }

    @Test func aListIsMadeOnThePageAndShowsWhatNamesNobody() async throws {
        try await TaskServer.run { server in
            let browser = server.browser
            try await browser.begin()
            #expect(try await browser.get("/subscribe").text.contains("href=\"/tasks\""))
            let page = try await browser.get("/tasks")
            let made = try await browser.post(
                "/tasks", from: page, [("name", "Ann's tablet"), ("prompts", "yes"), ("open", "no")])
            #expect(made.status == 303)
            let shown = try await browser.get(try #require(made.headers[.location]))
            #expect(shown.text.contains("anns-tablet") && shown.text.contains("http://127.0.0.1:80/dav/"))
            let list = try #require(try server.journal.taskLists().last)
            #expect(list.name == "Ann's tablet" && list.prompts && !list.open)
            let password = try #require(shown.addresses().last)
            #expect(password.count == 32 && Digest.hex(password) == list.secretHash)
            #expect(
                try await server.ask(
                    "PUT", "/dav/lists/anns-tablet/tasks/m.ics", Self.task("Milk & bread"), password: password,
                    user: "anns-tablet"
                ).status == 201)
            #expect(try await browser.get("/tasks").text.contains("<li>Milk &amp; bread</li>"))
            let twin = try await browser.post("/tasks", from: page, [("name", "Ann's tablet"), ("open", "no")])
            #expect(twin.status == 422)
            _ = try await browser.post("/tasks/revoke", from: page, [("name", "Ann's tablet")])
            #expect(try server.journal.taskLists().map(\.user) == ["phone"])
        }
    }

    @Test func aServerWithoutListsHasNoPageOfThem() async throws {
        try await ServerUnderTest.signedIn { browser, _ in
            let (page, subscribe) = (try await browser.get("/tasks"), try await browser.get("/subscribe"))
            #expect(page.status == 404)
            #expect(!subscribe.text.contains("/tasks"))
        }
    }
}
