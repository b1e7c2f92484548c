import Foundation
import MendJournal
import MendPlatform
import MendServer

/// What `mend serve` leaves for `mend doctor`, as a file in the household's directory: it is there while the web server before
/// the page does not say who asks.
struct ServerNotes: Sendable {
    private let path: String

    init(directory: String) {
        path = JournalFolder(path: directory).serverNote
    }

    var proxyNamesNobody: Bool { access(path, F_OK) == 0 }

    func take(_ note: ServerNote) {
        switch note {
        case .proxyNames(true): forget()
        case .proxyNames(false):
            // It is told to `mend doctor` alone: one that cannot be written shall keep nobody out.
            if !proxyNamesNobody { try? PrivateFile(for: path).put(replacing: true) }
        }
    }

    func forget() {
        unlink(path)
    }
}
