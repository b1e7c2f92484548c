import Foundation
import Testing

/// A terminal of our own: what the program writes to `slave` can be read from `master`, and the other way round.
struct Terminal {
    let master: Int32
    let slave: FileHandle

    /// - Parameter columns: 0 when it does not know.
    init(columns: UInt16 = 0) throws {
        var (ours, theirs): (Int32, Int32) = (-1, -1)
        var size = winsize(ws_row: 24, ws_col: columns, ws_xpixel: 0, ws_ypixel: 0)
        try #require(openpty(&ours, &theirs, nil, nil, &size) == 0)
        master = ours
        slave = FileHandle(fileDescriptor: theirs, closeOnDealloc: true)
    }

    /// All that was written, once nobody else holds the other end.
    func read() throws -> String {
        try slave.close()
        var text: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 65_536)
        while true {
            let count = Glibc.read(master, &buffer, buffer.count)
            guard count > 0 else { break }
            text += buffer[..<count]
        }
        close(master)
        return String(decoding: text, as: UTF8.self)
    }
}
