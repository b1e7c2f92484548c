import MendCore

/// The guide of a repair, as sections of text.
public struct GuideText {
    public struct Section: Sendable {
        public let title: String
        public let paragraphs: [String]
        /// Listed after the paragraphs.
        public let points: [String]
        /// For who wants more: a page may fold it away.
        public let isAside: Bool
        /// The same for every repair, and long: for a quiet day.
        public let isForAQuietDay: Bool
        /// The points are the people to turn to after a frightening moment, whom a page may show in its own way.
        public let isFirst: Bool
    }

    public let sections: [Section]

    public init(_ guide: Guide, support: SupportText, in catalogue: Catalogue) {
        sections = guide.sections.map { section in
            let isFirst = if case .first = section { true } else { false }
            return Section(
                title: catalogue.text(GuidePhrase.title(section)), paragraphs: Self.paragraphs(section),
                points: Self.points(section, support, catalogue), isAside: section.isAside,
                isForAQuietDay: section.isForAQuietDay, isFirst: isFirst)
        }
    }

    private static func paragraphs(_ section: Guide.Section) -> [String] {
        switch section {
        case .first(let text): [text].compactMap(\.self)
        case .settle(let text), .danger(_, let text), .limits(let text): [text]
        case .words(_, let advice): [advice]
        case .practices, .fourMoves, .anotherWay, .occasion, .replies, .cues: []
        }
    }

    private static func points(
        _ section: Guide.Section, _ support: SupportText, _ catalogue: Catalogue
    ) -> [String] {
        switch section {
        case .first, .danger: (support.own + support.others).map(\.textWithPurpose)
        case .practices(let practices): practices.map { catalogue.text(GuidePhrase.practice($0)) }
        case .fourMoves: RepairWording.Move.Name.allCases.map { catalogue.text(GuidePhrase.moveInGeneral($0)) }
        case .words(let moves, _), .anotherWay(_, let moves), .occasion(_, let moves):
            moves.map { catalogue.text(GuidePhrase.move($0)) }
        case .replies(let replies): replies.map { catalogue.text(GuidePhrase.reply($0)) }
        case .cues(let cues): cues.map { catalogue.text(GuidePhrase.cue($0)) }
        case .settle, .limits: []
        }
    }
}
