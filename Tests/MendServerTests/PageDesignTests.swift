import Foundation
import MendCore
import Testing

@testable import MendServer

/// What holds for the look and the weight of all pages, and what they do beyond showing.
@Suite struct PageDesignTests {
    @Test func everyPartThatATemplateNamesIsThere() {
        let icons = IconSheet.templates(String(decoding: PackageResources.icons_svg, as: UTF8.self)).map(\.name)
        #expect(icons.contains("icon-calm") && icons.contains("icon-limit-setting"))
        let known = Set(icons + Templates.all.map(\.name))
        for (name, bytes) in Templates.all {
            for part in String(decoding: bytes, as: UTF8.self).matches(of: /\{\{>([a-z0-9-]+)\}\}/) {
                #expect(known.contains(String(part.output.1)), "\(part.output.1) in \(name)")
            }
        }
    }

    @Test func drawsAnIconWithoutAName() {
        let sheet = "<symbol id=\"calm\" viewBox=\"0 0 24 24\"><path d=\"M1 1\"/></symbol>"
        let icons = IconSheet.templates(sheet)
        #expect(icons.map(\.name) == ["icon-calm"])
        #expect(
            icons.map(\.text) == [
                "<svg class=\"icon\" viewBox=\"0 0 24 24\" aria-hidden=\"true\" focusable=\"false\"><path d=\"M1 1\"/></svg>"
            ])
    }

    /// With the stylesheet, the script and the icon, before anything is compressed.
    @Test(arguments: [
        "/", "/record", "/repair/r5", "/calm", "/calm?zone=red", "/plan", "/look-back", "/subscribe", "/settings",
        "/settings/hours", "/settings/place", "/settings/people/ada", "/welcome",
    ])
    func staysUnderSixtyKilobytes(_ path: String) async throws {
        try await ServerUnderTest.signedIn { browser, _ in
            var bytes = 0
            for part in [path, "/mend.css", "/mend.js", "/icon.svg"] {
                let page = try await browser.get(part)
                #expect(page.status == 200)
                bytes += page.response.body.readableBytes
            }
            #expect(bytes < 60_000)
        }
    }

    /// A browser asks for them once, and again when they have changed.
    @Test func keepsItsAssetsUntilTheyChange() async throws {
        try await ServerUnderTest.run { browser, _ in
            let page = try await browser.get("/sign-in").text
            for (name, type) in [("mend.css", "text/css"), ("mend.js", "text/javascript")] {
                let address = try #require(page.firstMatch(of: try Regex("/\(name)\\?v=[0-9a-f]{16}")))
                let asset = try await browser.get(String(page[address.range]))
                #expect(asset.status == 200)
                #expect(asset.headers[.contentType] == "\(type); charset=utf-8")
                #expect(asset.headers[.cacheControl] == "private, max-age=31536000, immutable")
                let other = try await browser.get("/\(name)?v=0123456789abcdef")
                #expect(other.text == asset.text)
                #expect(other.headers[.cacheControl] == "private, max-age=300")
            }
        }
    }

    @Test func canBeInstalled() async throws {
        try await ServerUnderTest.run { browser, _ in
            let manifest = try await browser.get("/manifest.webmanifest")
            #expect(manifest.headers[.contentType] == "application/manifest+json")
            let object = try JSONSerialization.jsonObject(with: Data(manifest.text.utf8)) as? [String: Any]
            #expect(object?["start_url"] as? String == "/")
            #expect(object?["display"] as? String == "standalone")
            let shortcuts = object?["shortcuts"] as? [[String: String]]
            #expect(
                shortcuts == [
                    ["name": "Something cracked", "url": "/record"], ["name": "Calm", "url": "/calm"],
                ])
            for path in ["/icon-180.png", "/icon-512.png", "/favicon.ico"] {
                let icon = try await browser.get(path)
                #expect(icon.headers[.contentType] == "image/png")
                #expect(icon.response.body.readableBytes > 1_000)
            }
            let worker = try await browser.get("/worker.js")
            #expect(worker.headers[.contentType] == "text/javascript; charset=utf-8")
            let policy = try #require(worker.headers[.contentSecurityPolicy])
            #expect(policy.contains("connect-src 'self'; worker-src 'self'; manifest-src 'self'"))
            #expect(!policy.contains("unsafe"))
            #expect(try await browser.get("/offline").text.contains("There is no way to mend right now."))
        }
    }

    // MARK: Today

    @Test func showsOneThingNow() async throws {
        try await ServerUnderTest.signedIn { browser, server in
            let today = try await browser.get("/")
            #expect(today.text.components(separatedBy: "id=\"hero\"").count == 2)
            #expect(today.text.contains("<a class=\"button primary\" href=\"/repair/r7\">Words to say</a>"))
            #expect(today.text.contains("<a class=\"button plain\" href=\"/repair/r7#outcome\">I did it</a>"))
            // What was answered is not now any more.
            _ = try await browser.post("/repair/r7", from: today, [("outcome", "partial")])
            server.clock.pass(1)
            #expect(try await browser.get("/").text.contains("href=\"/repair/r7#outcome\"") == false)
        }
    }

    @Test func letsItWait() async throws {
        try await ServerUnderTest.signedIn { browser, server in
            let today = try await browser.get("/")
            #expect(today.text.contains("<button class=\"plain\" name=\"until\" value=\"hour\">In an hour</button>"))
            // It is six already.
            #expect(!today.text.contains("value=\"tonight\""))
            let done = try await browser.post(
                "/settings/people/sam/pause", from: today, [("until", "hour"), ("from", "today")])
            #expect(done.location == "/?said=paused&undo=h1")
            let hold = try #require(try server.journal.history().holds.last)
            #expect(hold.with == "sam" && hold.until == server.clock.now + 1.hours)
            let after = try await browser.get("/?said=paused&undo=h1")
            #expect(!after.text.contains("href=\"/repair/r7#outcome\""))
            _ = try await browser.post("/undo", from: after, [("id", "h1")])
            #expect(try server.journal.history().holds == [])
        }
    }

    @Test func closesNoFrighteningMomentWithATap() async throws {
        try await ServerUnderTest.signedIn { browser, _ in
            let today = try await browser.get("/").text
            #expect(today.contains("action=\"/repair/r6\"") && !today.contains("action=\"/repair/r5\""))
            let page = try await browser.get("/repair/r5").text
            #expect(!page.contains("<button name=\"outcome\" value=\"repaired\">"))
            #expect(page.contains("<button name=\"outcome\" value=\"partial\">"))
            #expect(page.contains("<input type=\"radio\" name=\"outcome\" value=\"repaired\" required>"))
        }
    }

    // MARK: Calm, words, looking back

    @Test func showsEachPracticeOnce() async throws {
        try await ServerUnderTest.signedIn { browser, server in
            let count = server.executor.servedPlan().plan.words.practices(in: .red, with: .adult).count
            #expect(count > 3)
            var titles: Set<String> = []
            for number in 0..<count {
                let page = try await browser.get("/calm?zone=red&next=\(number)").text
                titles.insert(
                    try #require(page.split(separator: "<h2 id=\"answer\">").last).prefix { $0 != "<" }.description)
                #expect(page.components(separatedBy: "id=\"answer\"").count == 2)
            }
            #expect(titles.count == count)
        }
    }

    @Test func asksToCallAndToWrite() async throws {
        try await ServerUnderTest.signedIn { browser, _ in
            let page = try await browser.get("/calm?zone=red").text
            #expect(page.contains("href=\"tel:911\""))
            #expect(page.contains("href=\"sms:741741?body=HOME\""))
            #expect(page.contains("href=\"sms:88788?body=START\""))
        }
    }

    @Test func hasAnotherWayToSayIt() async throws {
        try await ServerUnderTest.signedIn { browser, _ in
            let first = try await browser.get("/repair/r6").text
            let second = try await browser.get("/repair/r6?way=1").text
            #expect(first.contains("href=\"/repair/r6?way=1#words\""))
            func words(_ page: String) -> [String] {
                page.components(separatedBy: "<div class=\"say\">").dropFirst().map {
                    $0.components(separatedBy: "</div>")[0]
                }
            }
            #expect(words(first).count >= 3 && words(second).count >= 3)
            #expect(words(first) != words(second))
        }
    }

    /// There are two ways to say it, and one place where they are.
    @Test func foldsWaysOfOneTitleTogether() async throws {
        try await ServerUnderTest.signedIn { browser, _ in
            let page = try await browser.get("/repair/r6").text
            let folds = page.components(separatedBy: "<summary>If you said something you didn")
            #expect(folds.count == 2)
            let fold = try #require(folds.last?.components(separatedBy: "</details>").first)
            #expect(fold.components(separatedBy: "<p class=\"over\">Another way to say it</p>").count == 2)
            #expect(fold.components(separatedBy: "<ul>").count == 3)
        }
    }

    /// What helps at once is in sight, and no line is lost.
    @Test func foldsTheOtherLines() async throws {
        try await ServerUnderTest.signedIn { browser, _ in
            let page = try await browser.get("/calm?zone=red").text
            let parts = page.components(separatedBy: "<summary>More people and lines</summary>")
            #expect(parts.count == 2)
            #expect(parts[0].contains("Aunt Mo") && parts[0].contains("href=\"tel:911\""))
            #expect(!parts[0].contains("741741") && parts[1].contains("href=\"sms:741741?body=HOME\""))
            let settings = try await browser.get("/settings/contacts").text
            #expect(settings.contains("741741") && !settings.contains("More people and lines"))
        }
    }

    @Test func pausesEverythingFromMore() async throws {
        try await ServerUnderTest.signedIn { browser, _ in
            #expect(try await browser.get("/more").text.contains("<a class=\"line\" href=\"/settings/pause\">"))
            let page = try await browser.get("/settings/pause").text
            #expect(page.contains("<button name=\"until\" value=\"tomorrow\">Tomorrow</button>"))
        }
    }

    /// Words that were typed stand in no address.
    @Test func findsByAWord() async throws {
        try await ServerUnderTest.signedIn { browser, _ in
            let page = try await browser.get("/look-back")
            let found = try await browser.post("/look-back", from: page, [("find", "HUNGRY")])
            #expect(found.status == 200)
            #expect(found.text.components(separatedBy: "<article").count == 2)
            #expect(found.text.contains("I was hungry and short."))
            let none = try await browser.post("/look-back", from: page, [("find", "Zwetschge")])
            #expect(none.text.contains("Nothing with these words."))
            let theo = try await browser.get("/look-back?with=theo&find=hungry").text
            #expect(theo.contains("Theo: A frightening moment") && !theo.contains("Ada: A limit that hurt"))
            #expect(theo.contains("<h2>January 2026</h2>"))
        }
    }
}
