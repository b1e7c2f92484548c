import Foundation
import MendCore
import MendPlatform

/// A program of this machine that makes a PDF of an HTML document: weasyprint, or Chromium.
public struct PDFProgram: Sendable {
    /// What it is called, for whoever has to look after it.
    public let name: String
    private let path: String
    private let timeLimit: Duration

    /// The first of them that is there.
    /// - Parameters:
    ///   - folders: where programs are, as in PATH.
    ///   - timeLimit: how long it may take; nil: a minute.
    /// - Returns: nil where there is none.
    public static func find(in folders: [String], timeLimit: Duration? = nil) -> PDFProgram? {
        for name in ["weasyprint", "chromium", "chromium-browser", "google-chrome"] {
            for folder in folders where access("\(folder)/\(name)", X_OK) == 0 {
                return PDFProgram(
                    name: name, path: "\(folder)/\(name)", timeLimit: timeLimit ?? ChannelProgram.usualLimit)
            }
        }
        return nil
    }

    /// What went wrong, and nothing is left of it.
    public enum Failure: Error, Equatable {
        /// The program gave no PDF.
        case noPDF
        /// The folder takes no file, or something other than a file stands there.
        case notWritable
    }

    /// Makes the PDF in a folder of its owner's alone, and puts it in its place whole. A signal that comes meanwhile ends the
    /// process once that folder is gone.
    /// - Throws: `Failure`.
    public func write(_ html: [UInt8], to place: String) throws {
        try UnfinishedFiles.puttingOffSignals { try make(html, at: place) }
    }

    private func make(_ html: [UInt8], at place: String) throws {
        var template = Array("\(place).XXXXXX".utf8CString)
        guard mkdtemp(&template) != nil else { throw Failure.notWritable }
        let folder = String(decoding: template.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self)
        let (page, pdf) = ("\(folder)/cards.html", "\(folder)/cards.pdf")
        // A browser leaves its own files there; the ones that hold what it is about go first.
        defer {
            for name in [page, pdf] { unlink(name) }
            try? FileManager.default.removeItem(atPath: folder)
        }
        do {
            let file = try PrivateFile(for: page)
            try file.append(html)
            try file.put(replacing: false)
        } catch {
            throw Failure.notWritable
        }
        let program = ChannelProgram(
            executable: .path(.init(path)), arguments: arguments(page: page, pdf: pdf, folder: folder),
            timeLimit: timeLimit)
        do { try waiting { try await Self.run(program) } } catch { throw Failure.noPDF }
        guard access(pdf, F_OK) == 0, chmod(pdf, 0o600) == 0 else { throw Failure.noPDF }
        guard rename(pdf, place) == 0 else { throw Failure.notWritable }
    }

    /// Ends it when a signal comes: it would go on alone, and write what is taken away.
    private static func run(_ program: ChannelProgram) async throws {
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask { try await program.take([]) }
            group.addTask {
                while !UnfinishedFiles.isSignalWaiting { try await Task.sleep(for: .milliseconds(50)) }
                throw CancellationError()
            }
            defer { group.cancelAll() }
            try await group.next()
        }
    }

    private func arguments(page: String, pdf: String, folder: String) -> [String] {
        if name == "weasyprint" { return ["--quiet", page, pdf] }
        // Root has no sandbox there; the page is ours and holds no script.
        return ["--headless", "--disable-gpu"] + (geteuid() == 0 ? ["--no-sandbox"] : [])
            + [
                "--no-pdf-header-footer", "--user-data-dir=\(folder)/browser", "--print-to-pdf=\(pdf)",
                "file://\(page)",
            ]
    }
}
