import Foundation
import MendDelivery
import MendXML

@testable import MendCore
@testable import MendJournal
@testable import MendKeeping
@testable import MendPlans

/// Files that somebody else may have written.
enum FileProbes {
    /// A few zones, read once.
    static let zones: ZoneFinder = { known[$0] }

    private static let known = Dictionary(
        uniqueKeysWithValues: ["America/New_York", "Pacific/Kiritimati", "Africa/Monrovia", "UTC"]
            .map { ($0, SystemZones.find($0)) }
    ).compactMapValues(\.self)

    static func zoneFile(_ bytes: [UInt8]) throws(Broken) {
        guard let zone = try? ZoneFile(bytes).zone("X") else { return }
        var instant = Instant(seconds: -2_208_988_800)
        for _ in 0..<20 {
            guard let next = zone.nextChange(after: instant) else { break }
            try require(next > instant, "a change that does not come later")
            instant = next
            // Years of four digits are what every reader of these values was made for.
            guard instant.seconds < 253_000_000_000 else { break }
            for beside in [instant + -60, instant + -1, instant] {
                let (day, seconds) = zone.reading(at: beside)
                try require((0..<86_400).contains(seconds), "a clock that shows no time")
                guard let time = LocalTime(minutes: seconds / 60) else { throw Broken("no time") }
                // A minute is all that people type, and the first of two is as good.
                let isWhole = seconds % 60 == 0
                try require(!isWhole || zone.instant(day, time) <= beside, "a reading that was not shown yet")
            }
        }
    }

    static func records(_ bytes: [UInt8]) throws(Broken) {
        let reader = HouseholdFileReader(now: TypedProbes.now, zones: zones)
        guard let history = try? reader.history(from: Data(bytes)) else { return }
        let text = HouseholdFile.text(of: history)
        guard let again = try? reader.history(from: Data(text.utf8)) else { throw Broken("records are not read again") }
        try require(again == history && isSame(HouseholdFile.text(of: again), text), "other records")
    }

    /// The shipped plan.
    static let base = try? PlanDecoder.plan(from: PlanFolder.documents(in: folder)).plan

    /// Plans/, from this file's own place (or that of the folder that a link leads to).
    private static let folder =
        (0..<4).reduce(URL(filePath: #filePath).resolvingSymlinksInPath()) { path, _ in
            path.deletingLastPathComponent()
        }.path + "/Plans"

    static let prompt = """
        for: self
        theme: body
        prompts:
          - id: caregiver.one-breath
            title: One slow breath
            text: Breathe out slowly, once.
            minutes: 1
            tips: [1]

        """

    /// A document of Plans/.
    static func text(_ path: String) -> String {
        (try? String(contentsOfFile: "\(folder)/\(path)", encoding: .utf8)) ?? ""
    }

    static func plan(_ text: String) throws(Broken) {
        guard let base else { throw Broken("no shipped plan to stand on") }
        let documents = [PlanDocument(path: "a.yaml", text: text), PlanDocument(path: "one.yaml", text: prompt)]
        let faults: [PlanFault]
        do throws(PlanFaults) {
            faults = try PlanDecoder.plan(from: documents, base: base).warnings
        } catch {
            faults = error.faults
        }
        try areUseful(faults, text)
    }

    private static func areUseful(_ faults: [PlanFault], _ text: String) throws(Broken) {
        // libyaml counts what YAML 1.1 calls a line's end.
        let lines = text.unicodeScalars.count { ["\n", "\r", "\u{85}", "\u{2028}", "\u{2029}"].contains($0) } + 1
        for fault in faults {
            try require(
                fault.path != "a.yaml" || (0...lines + 1).contains(fault.line), "line \(fault.line) of \(lines)")
            try require(!fault.message.isEmpty && !fault.suggestion.isEmpty, "a fault without words")
            try require(fault.description.utf8.count < 4_000, "a fault of many words")
        }
    }

    static func xml(_ bytes: [UInt8]) throws(Broken) {
        guard let root = try? XMLReader().root(of: bytes), isWritable(root) else { return }
        do {
            let writer = try XMLDocumentWriter(indented: false)
            try write(root, to: writer)
            try require(try XMLReader().root(of: writer.finish()) == root, "another document")
        } catch let broken as Broken {
            throw broken
        } catch {
            throw Broken("what was read cannot be written: \(error)")
        }
    }

    /// Prefixes are not kept, and other names than those in ASCII are none that the writer has to write.
    private static func isWritable(_ element: XMLElement) -> Bool {
        element.namespace == nil && isName(element.name)
            && element.attributes.allSatisfy { $0.namespace == nil && isName($0.name) }
            && element.children.allSatisfy(isWritable)
    }

    private static func isName(_ name: String) -> Bool {
        !name.hasPrefix("xmlns") && name.utf8.allSatisfy { (0x61...0x7A).contains($0 | 0x20) }
    }

    private static func write(_ element: XMLElement, to writer: XMLDocumentWriter) throws(XMLWritingError) {
        let attributes = element.attributes.map { (name: $0.name, value: $0.value as String?) }
        try writer.startElement(element.name, attributes)
        try writer.text(element.text)
        for child in element.children { try write(child, to: writer) }
        try writer.endElement()
    }

    /// The first line is the household's directory, the rest a crontab.
    static func crontab(_ bytes: [UInt8]) throws(Broken) {
        let lines = bytes.split(separator: 0x0A, maxSplits: 1, omittingEmptySubsequences: false)
        let name = String(decoding: lines[0], as: UTF8.self)
        let words = ["/usr/bin/mend", "due", "--via", "mail", "--data", "/" + name]
        let schedule: CronSchedule
        do {
            schedule = try CronSchedule(program: words[0], directory: words[5], channels: [words[3]], minutes: 15)
        } catch {
            let isPlain = name.unicodeScalars.allSatisfy {
                $0.value >= 0x20 && !(0x7F...0x9F).contains($0.value) && $0 != "\u{2028}" && $0 != "\u{2029}"
            }
            return try require(!isPlain, "a good directory is refused")
        }
        let crontab = schedule.crontab
        let command = crontab.utf8.split(separator: 0x0A)[1].dropFirst("*/15 * * * * ".utf8.count)
        try require(Shell.words(ofCronCommand: Array(command)) == words.map { Array($0.utf8) }, "another command")
        try require(
            Shell.words(ofUnitCommand: schedule.units(in: .english)[0].text) == words.map { Array($0.utf8) }, "another unit")

        guard lines.count == 2 else { return }
        let table = Array(lines[1])
        let installed = schedule.installed(in: table)
        try require(schedule.installed(in: installed) == installed, "installing twice changes more")
        let rest = CronSchedule.removed(from: table)
        let removed = CronSchedule.removed(from: installed)
        try require(removed == rest || removed == rest + [0x0A], "other lines were changed")
    }
}
