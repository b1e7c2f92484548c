/// Sixteen bytes of text that are looked at together.
typealias ByteBlock = SIMD16<UInt8>

/// For each byte of a block, whether a comparison holds.
typealias ByteMask = SIMDMask<SIMD16<Int8>>

extension ByteBlock {
    /// The next bytes of a text, at most sixteen; the places behind its end hold zeros.
    /// - Parameter count: how many bytes the text still has, at least 1.
    @inline(__always)
    init(_ source: UnsafePointer<UInt8>, count: Int) {
        if count >= 16 {
            self = UnsafeRawPointer(source).loadUnaligned(as: ByteBlock.self)
        } else {
            self.init()
            withUnsafeMutableBytes(of: &self) {
                $0.copyMemory(from: UnsafeRawBufferPointer(start: source, count: count))
            }
        }
    }

    /// Writes all sixteen bytes, however many of them are text.
    @inline(__always)
    func store(to target: UnsafeMutablePointer<UInt8>) {
        UnsafeMutableRawPointer(target).storeBytes(of: self, as: ByteBlock.self)
    }
}

extension ByteBlock {
    /// Which bytes are this one. The comparison is with a whole block, since with a single byte Swift compares one by one.
    @inline(__always)
    func isEqual(to byte: UInt8) -> ByteMask { self .== ByteBlock(repeating: byte) }

    /// Which bytes are less than this one.
    @inline(__always)
    func isLess(than byte: UInt8) -> ByteMask { self .< ByteBlock(repeating: byte) }
}

extension ByteMask {
    /// The place of the first byte for which it holds; 16 when it holds for none.
    @inline(__always)
    var first: Int {
        // As two words, whose bytes are all ones where it holds and zero elsewhere: zero bits are counted from the first on.
        let words = unsafeBitCast(self, to: SIMD2<UInt64>.self)
        let low = UInt64(littleEndian: words[0]).trailingZeroBitCount / 8
        return low < 8 ? low : 8 + UInt64(littleEndian: words[1]).trailingZeroBitCount / 8
    }
}
