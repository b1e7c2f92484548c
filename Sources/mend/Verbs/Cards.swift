import ArgumentParser
import MendCore
import MendDelivery
import MendExport
import MendJournal
import MendPlatform
import MendText

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

struct Cards: ParsableCommand {
    static let configuration = CommandConfiguration(.cards)

    @OptionGroup var common: Common
    @Option(help: ArgumentHelp(.cardsOut, valueName: "file")) var out: String?
    @Flag(help: ArgumentHelp(.replaceFile)) var replace = false
    @Option(help: ArgumentHelp(.cardsWith, valueName: "name")) var with: String?

    func run() throws {
        let household = try common.household()
        let person = try with.map { try household.history.person(meant: .name($0)) }
        let page = CardsDocument(
            history: household.history, plan: household.plan, only: person, today: household.today,
            in: Speech.catalogue
        ).bytes()
        guard let out else { return try Terminal.deliver(String(decoding: page, as: UTF8.self)) }
        try checkPlace(out)
        try JournalError.translatingFaults { () throws(FileFault) in try PrivatePermissions.check(folderOf: out) }
        if out.lowercased().hasSuffix(".pdf") {
            try writePDF(page, to: Common.absolute(out))
        } else {
            try writeHTML(page, to: out)
        }
        Terminal.note(CardPhrase.written(out))
    }

    /// A slip of the keyboard puts cards in the place of nothing else.
    private func checkPlace(_ path: String) throws {
        guard try !common.journal().owns(path) else {
            throw JournalError.notWritable(path: path, reason: .journalsPlace)
        }
        if !replace, access(path, F_OK) == 0 { throw JournalError.fileExists(path: path) }
    }

    private func writeHTML(_ page: [UInt8], to path: String) throws {
        try JournalError.translatingFaults { () throws(FileFault) in
            let file = try PrivateFile(for: path)
            try file.append(page)
            try file.put(replacing: true)
        }
    }

    private func writePDF(_ page: [UInt8], to path: String) throws {
        let folders = (Environment.value("PATH") ?? "/usr/local/bin:/usr/bin:/bin").split(separator: ":").map(
            String.init)
        guard let program = PDFProgram.find(in: folders) else {
            throw CommandFault(.cannotWrite, .noPDFProgram(path: path))
        }
        do {
            try program.write(page, to: path)
        } catch PDFProgram.Failure.noPDF {
            throw CommandFault(.cannotWrite, .pdfFailed(path: path, program: program.name))
        } catch {
            throw CommandFault(.cannotWrite, .cannotBeWritten(path: path))
        }
    }
}
