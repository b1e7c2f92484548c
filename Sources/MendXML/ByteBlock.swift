#if arch(x86_64)
    public import _Builtin_intrinsics.intel.sse2
#endif

/// Sixteen bytes that are looked at together.
///
/// Swift's own vectors of bytes compare one by one (forty times slower), so the processor's comparison is named. Where there is
/// none, a byte is found to be equal to another when their difference is zero, which borrows into its highest bit.
@frozen public struct ByteBlock {
    @usableFromInline let words: SIMD2<Int64>

    @inlinable @inline(__always)
    init(words: SIMD2<Int64>) {
        self.words = words
    }

    /// - Parameter source: of sixteen bytes at least.
    @inlinable @inline(__always)
    public init(loading source: UnsafeRawPointer) {
        words = source.loadUnaligned(as: SIMD2<Int64>.self)
    }

    /// - Parameters:
    ///   - low: the first eight, the first one lowest.
    ///   - high: the others.
    @inlinable @inline(__always)
    public init(low: UInt64, high: UInt64) {
        words = SIMD2(Int64(bitPattern: low.littleEndian), Int64(bitPattern: high.littleEndian))
    }

    @inlinable @inline(__always)
    public func store(to target: UnsafeMutableRawPointer) {
        target.storeBytes(of: words, as: SIMD2<Int64>.self)
    }

    /// Marks each byte that is this one.
    @inlinable @inline(__always)
    public func marks(_ byte: UInt8) -> ByteMarks {
        #if arch(x86_64)
            ByteMarks(words: _mm_cmpeq_epi8(words, _mm_set1_epi8(CChar(bitPattern: byte))))
        #else
            let difference = words ^ (ByteMarks.ones &* SIMD2(repeating: Int64(byte)))
            return ByteMarks(words: (difference &- ByteMarks.ones) & ~difference)
        #endif
    }

    /// Marks each byte that is less than the space, as control characters are.
    @inlinable @inline(__always)
    public var controlMarks: ByteMarks {
        #if arch(x86_64)
            ByteMarks(words: _mm_cmpeq_epi8(_mm_min_epu8(words, _mm_set1_epi8(0x1F)), words))
        #else
            ByteMarks(words: (words &- ByteMarks.ones &* 0x20) & ~words)
        #endif
    }
}

/// Which of the bytes of a block are meant.
@frozen public struct ByteMarks {
    @usableFromInline let words: SIMD2<Int64>

    @inlinable @inline(__always)
    init(words: SIMD2<Int64>) {
        self.words = words
    }

    @inlinable @inline(__always)
    public static func | (left: ByteMarks, right: ByteMarks) -> ByteMarks {
        #if arch(x86_64)
            ByteMarks(words: _mm_or_si128(left.words, right.words))
        #else
            ByteMarks(words: left.words | right.words)
        #endif
    }

    /// How many bytes come before the first one that is marked; sixteen when none is.
    @inlinable @inline(__always)
    public var first: Int {
        #if arch(x86_64)
            return Int(truncatingIfNeeded: (_mm_movemask_epi8(words) | 0x1_0000).trailingZeroBitCount)
        #else
            // Only bytes above the first that is found can be mistaken for one, by a borrow.
            let found = words & (Self.ones &* SIMD2(repeating: 0x80))
            let low = Int64(littleEndian: found[0]).trailingZeroBitCount / 8
            return low < 8 ? low : 8 + Int64(littleEndian: found[1]).trailingZeroBitCount / 8
        #endif
    }

    #if !arch(x86_64)
        @inlinable @inline(__always)
        static var ones: SIMD2<Int64> { SIMD2(repeating: 0x0101_0101_0101_0101) }
    #endif
}
