import Glibc

/// The memory of one short run. Asked for page by page, its first touch takes the kernel a tenth of the whole time.
enum Heap {
    /// Asks for as much as the history of a family needs at once, in large pages where the system has them.
    static func prepare() {
        let (size, page) = (8 << 20, 2 << 20)
        // What was given back once in that size is kept the second time.
        for _ in 0..<2 {
            guard let memory = malloc(size) else { return }
            madvise(memory + (-Int(bitPattern: memory) & (page - 1)), size - page, MADV_HUGEPAGE)
            free(memory)
        }
    }
}
