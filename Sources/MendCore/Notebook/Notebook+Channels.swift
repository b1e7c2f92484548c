extension Notebook {
    /// Adds a way in which items go out. It begins with its first run: nothing older goes out there.
    /// - Throws: `InputError`, `RecordFault`, or what the journal throws.
    public func add(_ channel: Channel) throws {
        let letters = channel.name.utf8.allSatisfy {
            (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0) || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0)
                || $0 == UInt8(ascii: "-")
        }
        guard letters, !channel.name.hasPrefix("-") else {
            throw InputError.badChannelName
        }
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
        }
        _ = try append { history in
            guard channel.name != Channel.stdout.name, !history.channels.contains(where: { $0.name == channel.name })
            else {
                throw InputError.channelNameTaken
            }
            return (channel, .channel(channel))
        }
    }

    /// Takes a channel away, and with it the memory of what went out there.
    /// - Throws: `RecordFault.noChannel`, or what the journal throws.
    public func removeChannel(named name: String) throws {
        try journal.update { history in
            guard let channel = history.channels.first(where: { $0.name == name }) else {
                throw RecordFault.noChannel(name)
            }
            let deliveries = history.deliveries.filter { $0.channel == name }
            return (
                [.remove(.channel(name: channel.name))]
                    + deliveries.map { .remove(.delivery(item: $0.item, channel: $0.channel)) }, ()
            )
        }
    }
}
