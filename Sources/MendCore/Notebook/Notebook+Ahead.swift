extension Notebook {
    /// Answers a check-in that was offered ahead of hard hours.
    /// - Parameters:
    ///   - hours: some that were found just now, and not answered yet.
    ///   - time: another than half an hour ahead; nil: that.
    /// - Throws: `InputError.noOffer` where they are not offered any more, or what the journal throws.
    public func answer(
        _ hours: HardHours, _ answer: CheckInOffer.Answer, at time: LocalTime? = nil
    ) throws -> CheckInOffer {
        let (offer, _) = try append { history in
            guard history.toBeOffered([hours]) == [hours] else { throw InputError.noOffer }
            let offer = CheckInOffer(
                id: NumberedID.offer.next(in: history), with: hours.with, days: hours.days,
                part: hours.part, time: time ?? hours.ahead, answer: answer, at: now)
            return (offer, .offer(offer))
        }
        return offer
    }

    /// Answers the offer of a number.
    /// - Parameter number: its place among what is to be offered now, from 1.
    /// - Throws: `InputError.noOffer`, or what the journal throws.
    public func answerOffer(
        _ number: Int, _ answer: CheckInOffer.Answer, at time: String? = nil
    ) throws -> CheckInOffer {
        let offers = try currentOffers()
        guard offers.indices.contains(number - 1) else { throw InputError.noOffer }
        return try self.answer(offers[number - 1], answer, at: time.map(Parsing.clock))
    }

    /// Answers the offer of some hours.
    /// - Parameter key: of `HardHours`.
    /// - Throws: `InputError.noOffer`, or what the journal throws.
    public func answerOffer(named key: String, _ answer: CheckInOffer.Answer) throws -> CheckInOffer {
        guard let hours = try currentOffers().first(where: { $0.key == key }) else { throw InputError.noOffer }
        return try self.answer(hours, answer)
    }

    private func currentOffers() throws -> [HardHours] {
        let history = try journal.history()
        return history.toBeOffered(PatternSearch(history, plan: plan, now: now).hours())
    }

    /// Ends a check-in that was taken up. What has begun stays, and it is not offered again.
    /// - Throws: `InputError.noPlannedCheckIn`, or what the journal throws.
    public func endCheckIn(_ id: String) throws -> CheckInOffer {
        try update { history in
            guard var offer = history.plannedCheckIns(at: now).first(where: { $0.id == id }) else {
                throw InputError.noPlannedCheckIn
            }
            offer.ended = now
            return ([.put(.offer(offer))], offer)
        }
    }

    /// Takes back what was said last to an offer: what was declined is offered again, a check-in that was ended goes on, and one
    /// that was taken up is offered again. One that has come before ends, so that what has begun stays.
    /// - Throws: `InputError.noAnswer`, or what the journal throws.
    public func takeBackAnswer(_ id: String) throws -> CheckInOffer {
        try update { history in
            guard let offer = history.known(by: now).offers.first(where: { $0.id == id }) else {
                throw InputError.noAnswer
            }
            return (try changes(takingBack: offer, in: history), offer)
        }
    }

    /// What takes back what was said last to an offer. Nothing of it comes up in the past.
    func changes(takingBack offer: CheckInOffer, in history: History) throws -> [Change] {
        try edit(history) { settled in
            var offer = offer
            if offer.ended != nil {
                offer.ended = nil
            } else if settled.published.contains(where: { $0.settled != nil && $0.item.offer == offer.id }) {
                offer.ended = now
            } else {
                let removal = Change.remove(.offer(id: offer.id))
                return settled.changes(keepingIDsOf: [removal]) + [removal]
            }
            return [.put(.offer(offer))]
        }
    }
}
