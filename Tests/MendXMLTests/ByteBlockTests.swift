import Testing

@testable import MendXML

@Suite struct ByteBlockTests {
    /// Every byte at every place, with the byte before and after it as neighbours, which a borrow would touch.
    @Test(arguments: [0x0A, 0x2C, 0x5C, 0x7F, 0xC2, 0xEF] as [UInt8])
    func findsFirstOfItsKind(byte: UInt8) {
        for place in 0..<16 {
            for other in UInt8.min...UInt8.max where other != byte {
                var bytes = [UInt8](repeating: other, count: 16)
                #expect(first(bytes) { $0.marks(byte) } == 16)
                bytes[place] = byte
                #expect(first(bytes) { $0.marks(byte) } == place)
            }
        }
    }

    @Test func findsFirstControlCharacter() {
        for place in 0..<16 {
            for control in UInt8.min...UInt8.max {
                for other in [0x20, 0x7F, 0x80, 0xFF] as [UInt8] {
                    var bytes = [UInt8](repeating: other, count: 16)
                    bytes[place] = control
                    #expect(first(bytes) { $0.controlMarks } == (control < 0x20 ? place : 16))
                }
            }
        }
    }

    @Test func findsFirstOfTwoKinds() {
        let bytes = Array("no comma; a semicolon, and a comma".utf8)
        #expect(first(bytes) { $0.marks(UInt8(ascii: ",")) | $0.marks(UInt8(ascii: ";")) } == 8)
    }

    @Test func keepsItsBytes() {
        let block = ByteBlock(low: 0x0706_0504_0302_0100, high: 0x0F0E_0D0C_0B0A_0908)
        var bytes = [UInt8](repeating: 0xFF, count: 16)
        bytes.withUnsafeMutableBytes { if let base = $0.baseAddress { block.store(to: base) } }
        #expect(bytes == Array(0...15))
    }

    private func first(_ bytes: [UInt8], _ marks: (ByteBlock) -> ByteMarks) -> Int? {
        bytes.withUnsafeBytes { $0.baseAddress.map { marks(ByteBlock(loading: $0)).first } }
    }
}
