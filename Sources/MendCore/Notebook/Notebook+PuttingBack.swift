extension Notebook {
    /// Puts back contacts, subscriptions and channels that were taken away a moment ago, with all that went with them.
    /// - Throws: `InputError` where another one has the name by now, or what the journal throws; nothing is changed then.
    public func putBack(_ records: [JournalRecord]) throws {
        try update { history in
            for record in records { try history.checkNameIsFree(of: record) }
            return (records.map(Change.put), ())
        }
    }
}

extension History {
    /// Refuses a second contact, subscription or channel of one name.
    func checkNameIsFree(of record: JournalRecord) throws(InputError) {
        switch record {
        case .contact(let contact):
            guard !contacts.contains(where: { FoldedName($0.name) == FoldedName(contact.name) }) else {
                throw .contactNameTaken
            }
        case .subscription(let subscription):
            guard !subscriptions.contains(where: { $0.name == subscription.name }) else {
                throw .subscriptionNameTaken
            }
        case .channel(let channel):
            guard !channels.contains(where: { $0.name == channel.name }) else { throw .channelNameTaken }
        default: break
        }
    }
}
