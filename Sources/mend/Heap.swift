import Glibc

/// The memory of one short run. Asked for page by page, its first touch takes the kernel a fifth of the whole time.
enum Heap {
    /// Lets what is allocated from now on lie in large pages, where the system has them: as much as the history of a family needs.
    static func prepare() {
        let (size, page) = (8 << 20, 2 << 20)
        // What was given back once in that size is kept the second time.
        for _ in 0..<2 {
            guard let memory = malloc(size) else { return }
            let gap = -Int(bitPattern: memory) & (page - 1)
            madvise(memory + gap, size - page, MADV_HUGEPAGE)
            free(memory)
            unused = malloc(gap)
        }
    }

    /// What lies before the first large page; it is never touched.
    private nonisolated(unsafe) static var unused: UnsafeMutableRawPointer?
}
