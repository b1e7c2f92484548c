import Synchronization

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// The temporary files of this process. A signal that ends it takes them away first: there is time for nothing else, so their
/// names lie ready where a signal's handler may read them (signal-safety(7): no lock, no memory to be asked for).
package enum UnfinishedFiles {
    private static let capacity = 1024
    /// A name that was taken out is not freed while a handler could be reading it, so never; each is short.
    private nonisolated(unsafe) static let names = {
        let names = UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>.allocate(capacity: capacity)
        names.initialize(repeating: nil, count: capacity)
        return names
    }()
    private static let changes = Mutex(())

    /// Of more than 1,024 at once some are left to the next run.
    package static func add(_ path: String) {
        changes.withLock { _ in
            guard let free = (0..<capacity).first(where: { names[$0] == nil }) else { return }
            names[free] = strdup(path)
        }
    }

    package static func remove(_ path: String) {
        changes.withLock { _ in
            for place in 0..<capacity {
                guard let name = names[place], strcmp(name, path) == 0 else { continue }
                names[place] = nil
                return
            }
        }
    }

    /// Makes a file and adds its name, or does neither: the signals wait, so that none ends the process in between.
    package static func undisturbed<Made, Failure: Error>(
        _ make: () throws(Failure) -> Made
    ) throws(Failure) -> Made {
        var (handled, before) = (handled, sigset_t())
        pthread_sigmask(SIG_BLOCK, &handled, &before)
        defer { pthread_sigmask(SIG_SETMASK, &before, nil) }
        return try make()
    }

    private static let signals = [SIGINT, SIGTERM, SIGHUP]

    private static var handled: sigset_t {
        var set = sigset_t()
        sigemptyset(&set)
        for number in signals { sigaddset(&set, number) }
        return set
    }

    private static let arePutOff = Atomic(false)
    /// The number of one that came meanwhile; 0: none did.
    private static let waiting = Atomic<Int32>(0)

    /// Lets signals wait while something is made whose names nobody knows beforehand, such as a browser's files. One that came
    /// ends the process afterwards.
    /// - Parameter make: it gives up soon once `isSignalWaiting`, and takes away what it has made.
    package static func puttingOffSignals<Made, Failure: Error>(
        _ make: () throws(Failure) -> Made
    ) throws(Failure) -> Made {
        arePutOff.store(true, ordering: .sequentiallyConsistent)
        defer {
            arePutOff.store(false, ordering: .sequentiallyConsistent)
            let number = waiting.exchange(0, ordering: .sequentiallyConsistent)
            if number != 0 { raise(number) }
        }
        return try make()
    }

    package static var isSignalWaiting: Bool { waiting.load(ordering: .sequentiallyConsistent) != 0 }

    /// What SIGINT, SIGTERM and SIGHUP do from now on, where they were not ignored, before they end the process.
    package static func clearOnSignals() {
        // Made before a handler can ask for it.
        _ = (names, arePutOff.load(ordering: .relaxed), waiting.load(ordering: .relaxed))
        for number in signals {
            let before = signal(number, clear)
            if unsafeBitCast(before, to: Int.self) == unsafeBitCast(SIG_IGN, to: Int.self) { signal(number, SIG_IGN) }
        }
        // A parent that holds them back on its own threads hands that on.
        var handled = handled
        pthread_sigmask(SIG_UNBLOCK, &handled, nil)
    }

    private static let clear: @convention(c) (Int32) -> Void = { number in
        if arePutOff.load(ordering: .sequentiallyConsistent) {
            waiting.store(number, ordering: .sequentiallyConsistent)
            return
        }
        for place in 0..<capacity {
            if let name = names[place] { unlink(name) }
        }
        signal(number, SIG_DFL)
        raise(number)
    }
}
