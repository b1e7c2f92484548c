internal import CQREncode

/// A QR code as the path of an SVG picture, one unit a module, with the quiet border of four.
struct QRCode {
    /// Modules a side, with the border.
    let side: Int
    let path: String

    /// Nil for a text that is too long for any code.
    init?(_ text: String) {
        guard let code = QRcode_encodeString8bit(text, 0, QR_ECLEVEL_M) else { return nil }
        defer { QRcode_free(code) }
        let width = Int(code.pointee.width)
        let border = 4
        side = width + 2 * border
        var path = ""
        for y in 0..<width {
            var x = 0
            while x < width {
                // The lowest bit of a module says whether it is dark.
                var run = 0
                while x + run < width, code.pointee.data[y * width + x + run] & 1 == 1 { run += 1 }
                if run > 0 { path += "M\(x + border) \(y + border)h\(run)v1h-\(run)z" }
                x += max(run, 1)
            }
        }
        self.path = path
    }
}
