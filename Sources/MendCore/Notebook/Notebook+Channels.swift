extension Notebook {
    /// Adds a way in which items go out. It begins with its first run: nothing older goes out there.
    /// - Throws: `InputError`, `RecordFault`, or what the journal throws.
    public func add(_ channel: Channel) throws {
        // Where it leads has words of its own for each kind.
        try RecordForm.check(.channel(Channel(name: channel.name, kind: channel.kind)))
        switch channel.kind {
        case .stdout:
            guard channel.to == nil else { throw InputError.printingLeadsNowhere }
        case .mail:
            guard let to = channel.to, Channel.isMailAddress(to) else {
                throw InputError.notAMailAddress
            }
        case .exec:
            guard let to = channel.to, !to.allSatisfy(\.isWhitespace) else {
                throw InputError.commandMissing
            }
        case .push:
            throw InputError.phoneAddsItself
        }
        _ = try append { history in
            guard channel.name != Channel.stdout.name else { throw InputError.channelNameTaken }
            try history.checkNameIsFree(of: .channel(channel))
            return (channel, .channel(channel))
        }
    }

    /// Adds the channel of a phone or browser that asked to ring, or changes the one that it has.
    /// - Parameters:
    ///   - name: of its channel; nil, or one that another kind of channel has: a new one is made of `device`.
    ///   - device: what it is, in a few words: "Firefox on Android".
    ///   - isOpen: whether its notices show names and words.
    /// - Throws: what the journal throws.
    public func ring(named name: String?, device: String, isOpen: Bool) throws -> Channel {
        try append { history in
            let known = name.flatMap { name in history.channels.first { $0.name == name && $0.kind == .push } }
            let taken = Set(history.channels.map(\.name) + [Channel.stdout.name])
            let channel = Channel(
                name: known?.name ?? Self.channelName(for: device, taken: taken), kind: .push, to: device, open: isOpen)
            return (channel, .channel(channel))
        }.value
    }

    /// `firefox-on-android`, `firefox-on-android-2`, …
    private static func channelName(for device: String, taken: Set<String>) -> String {
        let words = device.lowercased().split { !($0.isASCII && ($0.isLetter || $0.isNumber)) }
        let joined = String(words.joined(separator: "-").prefix(40))
        let base = joined.isEmpty ? "phone" : joined
        guard taken.contains(base) else { return base }
        return (2...(taken.count + 2)).lazy.map { "\(base)-\($0)" }.first { !taken.contains($0) } ?? base
    }

    /// Takes a channel away, and with it the memory of what went out there.
    /// - Returns: what was taken away; `putBack` takes it, but for the channel of a phone, which adds itself.
    /// - Throws: `RecordFault.noChannel`, or what the journal throws.
    @discardableResult
    public func removeChannel(named name: String) throws -> [JournalRecord] {
        try update { history in
            guard let channel = history.channels.first(where: { $0.name == name }) else {
                throw RecordFault.noChannel(name)
            }
            let deliveries = history.deliveries.filter { $0.channel == name }
            return (
                [.remove(.channel(name: channel.name))]
                    + deliveries.map { .remove(.delivery(item: $0.item, channel: $0.channel)) },
                [.channel(channel)] + deliveries.map(JournalRecord.delivery)
            )
        }
    }
}
