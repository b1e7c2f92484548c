import Testing

@testable import MendExport

@Suite struct ByteBlockTests {
    /// Every byte at every place, among every other.
    @Test(arguments: [0x0A, 0x2C, 0x5C, 0xEF] as [UInt8])
    func findsFirstOfItsKind(byte: UInt8) {
        for place in 0..<16 {
            for other in UInt8.min...UInt8.max where other != byte {
                var bytes = [UInt8](repeating: other, count: 16)
                #expect(block(bytes).isEqual(to: byte).first == 16)
                bytes[place] = byte
                #expect(block(bytes).isEqual(to: byte).first == place)
                bytes[15] = byte
                #expect(block(bytes).isEqual(to: byte).first == place)
            }
        }
    }

    @Test func findsFirstControlCharacter() {
        for place in 0..<16 {
            for control in UInt8.min...UInt8.max {
                for other in [0x20, 0x7F, 0x80, 0xFF] as [UInt8] {
                    var bytes = [UInt8](repeating: other, count: 16)
                    bytes[place] = control
                    #expect(block(bytes).isLess(than: 0x20).first == (control < 0x20 ? place : 16))
                }
            }
        }
    }

    @Test func findsFirstOfTwoKinds() {
        let block = block(Array("no comma; a semicolon, and a comma".utf8))
        #expect((block.isEqual(to: UInt8(ascii: ",")) .| block.isEqual(to: UInt8(ascii: ";"))).first == 8)
    }

    /// What stands behind the end of a text is none of it.
    @Test(arguments: 1...16)
    func takesNoMoreThanTheTextHas(count: Int) {
        var bytes = [UInt8](repeating: 0xFF, count: 16)
        block(Array(1...20), count: count).store(to: &bytes)
        #expect(bytes == (1...16).map { $0 <= count ? UInt8($0) : 0 })
    }

    private func block(_ bytes: [UInt8], count: Int = 16) -> ByteBlock {
        bytes.withUnsafeBufferPointer { bytes in
            bytes.baseAddress.map { ByteBlock($0, count: count) } ?? ByteBlock()
        }
    }
}
