import MendCore

/// Rules about the shape of one text: length, sentences, marks and first words (L3, L4, L6, L8, L11, L12, L19).
enum FormRules {
    static func warnings(_ text: LintText) -> [PlanFault] {
        length(text) + sentences(text) + marks(text) + own(text) + touch(text) + orders(text) + questions(text)
            + youngest(text) + figures(text) + blanks(text)
    }

    // MARK: L3

    private static func length(_ text: LintText) -> [PlanFault] {
        var found: [PlanFault] = []
        if let most = longest(text), text.text.count > most {
            found.append(
                text.warning("L3", "\(text.field.rawValue) of \(text.text.count) characters", "write at most \(most)"))
        }
        if text.list == .prompts, text.field == .text, !(1...3).contains(text.tokens.sentences.count) {
            found.append(text.warning("L3", "\(text.tokens.sentences.count) sentences", "write 1 to 3"))
        }
        return found
    }

    private static func longest(_ text: LintText) -> Int? {
        switch (text.list, text.field) {
        case (.prompts, .text): 280
        case (.reflections, .intro): 300
        case (_, .question): 140
        case (_, .followUp): 160
        case (.calm, .text): 400
        case (.tools, .text): 160
        case (.signs, .text): 60
        case (.milestones, .text): 600
        // A calendar description as built.
        case (.safety, .text), (.leadIns, .text), (.replies, .text): 1000
        default: nil
        }
    }

    // MARK: L4

    private static func sentences(_ text: LintText) -> [PlanFault] {
        guard let most = longestSentence(text) else { return [] }
        return text.tokens.sentences.compactMap { range in
            let count = text.tokens.count(range)
            guard count > most else { return nil }
            let start = text.tokens.words[range].prefix(4).map(\.text).joined(separator: " ")
            return text.warning(
                "L4", "sentence of \(count) words (\(start) ...)", "write at most \(most): make two of it",
                at: text.tokens.words[range.lowerBound].offset)
        }
    }

    private static func longestSentence(_ text: LintText) -> Int? {
        switch (text.list, text.field) {
        case (.prompts, .text): 18
        case (.readings, .text): 25
        default: nil
        }
    }

    // MARK: L6

    private static func marks(_ text: LintText) -> [PlanFault] {
        var found: [PlanFault] = []
        func warn(_ message: String, _ suggestion: String, at offset: Int = 0) {
            found.append(text.warning("L6", message, suggestion, at: offset))
        }
        let bytes = Array(text.text.utf8)
        if let mark = bytes.firstIndex(of: UInt8(ascii: "!")) {
            warn("! in \(text.field.rawValue)", "end with a full stop", at: mark)
        }
        if let dots = text.text.utf8.firstRange(of: "…".utf8) ?? text.text.utf8.firstRange(of: "...".utf8) {
            let offset = text.text.utf8.distance(from: text.text.utf8.startIndex, to: dots.lowerBound)
            warn("dots in \(text.field.rawValue)", "end the sentence", at: offset)
        }
        for word in text.tokens.words where word.isAllCapitals && !["tv", "us", "uk"].contains(word.text) {
            warn("capitals in \"\(word.text.uppercased())\"", "write small letters", at: word.offset)
        }
        if bytes.contains(where: { $0 >= 0xE2 }), text.text.unicodeScalars.contains(where: isPicture) {
            warn("a picture in \(text.field.rawValue)", "say it in words")
        }
        let questions = bytes.count { $0 == UInt8(ascii: "?") }
        switch text.field {
        case .question where questions != 1: warn("\(questions) question marks", "ask one thing, with one mark")
        case .followUp where questions > 1: warn("\(questions) question marks", "ask one thing")
        default: break
        }
        return found
    }

    private static func isPicture(_ scalar: Unicode.Scalar) -> Bool {
        scalar.properties.isEmojiPresentation || scalar.properties.generalCategory == .otherSymbol
            || scalar == "\u{FE0F}"
    }

    // MARK: L8

    private static func own(_ text: LintText) -> [PlanFault] {
        guard text.field == .own else { return [] }
        let hasOwner = text.tokens.sentences.contains {
            let first = text.tokens.words[$0.lowerBound].text
            return first == "i" || first.hasPrefix("i'")
        }
        return hasOwner ? [] : [text.warning("L8", "no sentence of own begins with I", "say what I did")]
    }

    // MARK: L11

    private static let touches: Set = ["hug", "hugs", "kiss", "kisses", "cuddle", "cuddles"]
    private static let offers = [
        ["do", "you", "want"], ["if", "you", "like"], ["would", "you", "like"], ["if", "you", "want"],
    ]
    private static let pushes: Set = ["make", "have", "get", "tell", "force"]

    private static func touch(_ text: LintText) -> [PlanFault] {
        let isScript = text.list == .scripts && text.bands.first != .infant
        guard isScript || text.list == .prompts && text.traits.contains(.withOther) else { return [] }
        let words = text.tokens.words
        return words.indices.compactMap { index in
            let word = words[index]
            let isHold = word.text == "hold" && index + 1 < words.count && words[index + 1].text == "you"
            guard touches.contains(word.text) || isScript && isHold else { return nil }
            if isScript {
                let near = max(0, word.sentence - 1)...min(text.tokens.sentences.count - 1, word.sentence + 1)
                let around = near.flatMap { text.tokens.sentences[$0] }.map { words[$0].text }
                if offers.contains(where: { around.firstRange(of: $0) != nil }) { return nil }
            } else {
                let before = words[max(0, index - 4)..<index].filter { $0.sentence == word.sentence }
                guard before.contains(where: { pushes.contains($0.text) }) else { return nil }
            }
            return text.warning(
                "L11", "\"\(word.text)\" outside an offer", "write do you want, or if you like", at: word.offset)
        }
    }

    // MARK: L12

    private static let orders = [
        ["calm", "down"], ["relax"], ["stop", "crying"], ["use", "your", "words"], ["look", "at", "me"],
    ]

    private static func orders(_ text: LintText) -> [PlanFault] {
        guard text.traits.contains(.withOther) else { return [] }
        let words = text.tokens.words
        return words.indices.compactMap { index in
            guard let order = orders.first(where: { words[index...].map(\.text).prefix($0.count).elementsEqual($0) })
            else { return nil }
            let end = index + order.count
            // "Relax your jaw" is told to the caregiver, "I need to calm down" by them.
            if order == ["relax"], end < words.count, ["your", "my", "the"].contains(words[end].text) { return nil }
            let before = words[max(0, index - 5)..<index].filter { $0.sentence == words[index].sentence }
            if before.contains(where: { ["i", "me", "my"].contains($0.text) }) { return nil }
            return text.warning(
                "L12", "\"\(order.joined(separator: " "))\" told to another person",
                "lend calm instead: I am here, slow and near", at: words[index].offset)
        }
    }

    // MARK: L19

    private static let openers: Set = ["what", "how", "when", "where", "who", "which", "whose", "if"]
    private static let never = [["why"], ["did", "you"], ["are", "you"], ["don't", "you"]]

    private static func questions(_ text: LintText) -> [PlanFault] {
        guard text.list == .reflections || text.list == .roadblocks, text.field != .title else { return [] }
        let words = text.tokens.words
        let advice = "open with what, how, when, where, who, which, whose or if"
        if text.field == .question, let first = words.first {
            let opener = first.text.prefix { $0 != "'" }
            if openers.contains(String(opener)) { return [] }
            return [text.warning("L19", "a question opens with \"\(first.text)\"", advice)]
        }
        return text.tokens.sentences.compactMap { range in
            let start = words[range].prefix(2).map(\.text)
            guard isQuestion(text, range), never.contains(where: { start.starts(with: $0) }) else { return nil }
            return text.warning(
                "L19", "a question opens with \"\(start[0])\"", advice, at: words[range.lowerBound].offset)
        }
    }

    /// Whether a question mark comes before the next sentence.
    private static func isQuestion(_ text: LintText, _ range: Range<Int>) -> Bool {
        let bytes = text.text.utf8
        let words = text.tokens.words
        let end = range.upperBound < words.count ? words[range.upperBound].offset : bytes.count
        return bytes.dropFirst(words[range.upperBound - 1].offset).prefix(end - words[range.upperBound - 1].offset)
            .contains(UInt8(ascii: "?"))
    }

    // MARK: L27

    private static func blanks(_ text: LintText) -> [PlanFault] {
        guard text.list != .scripts, text.list != .safety,
            let bracket = text.text.utf8.firstIndex(of: UInt8(ascii: "["))
        else { return [] }
        let offset = text.text.utf8.distance(from: text.text.utf8.startIndex, to: bracket)
        return [text.warning("L27", "a blank in \(text.field.rawValue)", "say it without, or in a script", at: offset)]
    }

    // MARK: L17, L22, L24

    private static func youngest(_ text: LintText) -> [PlanFault] {
        guard text.isForTheYoungest || text.traits.contains(.withChild) || text.namesABaby, text.field != .caution
        else {
            return []
        }
        let words = Set(text.tokens.words.map(\.text))
        guard !words.isDisjoint(with: ["pillow", "pillows"]), !words.isDisjoint(with: ["cot", "crib"]) else {
            return []
        }
        return [text.warning("L22", "a pillow in the cot", "leave it out: nothing soft beside a sleeping baby")]
    }

    private static func figures(_ text: LintText) -> [PlanFault] {
        var found: [PlanFault] = []
        let bytes = text.text.utf8
        if text.list != .readings, text.list != .shelves {
            let words = text.tokens.words
            if bytes.contains(UInt8(ascii: "%")) || words.contains(where: { $0.text == "percent" }) {
                found.append(text.warning("L17", "a percentage", "say it in words: most, often"))
            }
            if let number = words.first(where: { $0.text.utf8.filter { $0 <= 0x39 }.count >= 3 }) {
                found.append(
                    text.warning(
                        "L24", "\"\(number.text)\" could be a number to call",
                        "keep numbers in contacts, where each has its source", at: number.offset))
            }
        }
        // L16: day and a number.
        let words = text.tokens.words
        for (word, next) in zip(words, words.dropFirst()) where word.text == "day" && word.sentence == next.sentence {
            guard next.text.utf8.allSatisfy({ $0 <= 0x39 }) else { continue }
            found.append(
                text.warning("L16", "\"day \(next.text)\"", "no counting: say what is open now", at: word.offset))
        }
        return found
    }
}
