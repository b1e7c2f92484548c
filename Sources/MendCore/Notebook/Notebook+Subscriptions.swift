extension Notebook {
    /// Adds an address for calendar apps and feed readers.
    public func add(_ subscription: Subscription) throws {
        _ = try append { history in
            try history.checkNameIsFree(of: .subscription(subscription))
            return (subscription, .subscription(subscription))
        }
    }

    /// Its address leads nowhere from now on.
    /// - Returns: what was taken away; `putBack` takes it.
    /// - Throws: `InputError.noSubscription`, or what the journal throws.
    @discardableResult
    public func revokeSubscription(named name: String) throws -> [JournalRecord] {
        try update { history in
            guard let subscription = history.subscriptions.first(where: { $0.name == name }) else {
                throw InputError.noSubscription
            }
            return ([.remove(.subscription(name: subscription.name))], [.subscription(subscription)])
        }
    }

    /// Gives a subscription a new address; the one before leads nowhere from now on.
    public func replaceSecret(ofSubscription name: String, with hash: String) throws -> Subscription {
        try update { history in
            guard let old = history.subscriptions.first(where: { $0.name == name }) else {
                throw InputError.noSubscription
            }
            let new = Subscription(
                name: old.name, only: old.only, open: old.open, secretHash: hash, created: now)
            return ([.put(.subscription(new))], new)
        }
    }

    /// Notes the local day on which a subscription was used last, at most once a day.
    public func noteUse(ofSubscription name: String, secretHash: String) throws {
        try update { history in
            let today = history.household.zone.day(of: now)
            guard
                let old = history.subscriptions.first(where: { $0.name == name && $0.secretHash == secretHash }),
                old.used.map({ $0 < today }) ?? true
            else { return ([], ()) }
            let new = Subscription(
                name: old.name, only: old.only, open: old.open, secretHash: old.secretHash, created: old.created,
                used: today)
            return ([.put(.subscription(new))], ())
        }
    }
}
