internal import CZlib

/// Compresses as gzip (RFC 1952); the same bytes always give the same.
enum Gzip {
    /// Nil when it fails, or makes the bytes no smaller.
    static func compressed(_ bytes: [UInt8]) -> [UInt8]? {
        let stream = GzipStream()
        guard let stream, let result = stream.finish(bytes), result.count < bytes.count else { return nil }
        return result
    }
}

/// A class, because it owns the memory of a stream.
private final class GzipStream {
    private var stream = z_stream()

    init?() {
        guard mend_gzip_init(&stream) == Z_OK else { return nil }
    }

    deinit {
        deflateEnd(&stream)
    }

    func finish(_ bytes: [UInt8]) -> [UInt8]? {
        guard let size = UInt32(exactly: bytes.count) else { return nil }
        let bound = Int(deflateBound(&stream, UInt(size)))
        var input = bytes
        return input.withUnsafeMutableBufferPointer { input in
            try? [UInt8](unsafeUninitializedCapacity: bound) { output, count throws(CompressionFailure) in
                stream.next_in = input.baseAddress
                stream.avail_in = size
                stream.next_out = output.baseAddress
                stream.avail_out = UInt32(bound)
                guard deflate(&stream, Z_FINISH) == Z_STREAM_END else { throw CompressionFailure() }
                count = bound - Int(stream.avail_out)
            }
        }
    }
}

private struct CompressionFailure: Error {}
