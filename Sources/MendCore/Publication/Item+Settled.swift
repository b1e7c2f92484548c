extension Item {
    /// As it was shown when it had begun.
    /// - Parameter name: of the person it is with, as they are called now.
    init(_ settled: SettledItem, of published: Published, name: String?) {
        let (kind, number): (Kind, Int) =
            switch published.item {
            case .slot(.daily, _): (.prompt, 0)
            case .slot(.weekly, _): (.reflection, 0)
            case .slot(.monthly, _): (.reading, 0)
            case .milestone: (.milestone, 0)
            case .checkIn: (.checkIn, 0)
            case .rung(let key): (.rung(key.rung), key.number)
            }
        self.init(
            id: published.item.description, kind: kind, start: published.start, minutes: settled.minutes,
            voice: settled.voice, person: settled.person, with: name.map { [$0] } ?? [], ruptures: settled.ruptures,
            number: number, writtenTitle: settled.title, text: settled.text, prompt: published.prompt,
            band: settled.band, tips: settled.tips, isGrave: settled.isGrave, because: settled.because)
    }
}
