import MendCore

/// The word lists of the tone rules (CARE, section 4), and of the words for readers at its top.
enum WordLists {
    static let table = WordTable(all)

    private static let all = [
        title, blame, shame, apology, acts, burden, burdenAtTheEnd, vows, people, belief, medical, damage, debt,
        outcome,
        verdict, means, hazards, fire, scents, humour, names, readersWords, spelling,
    ]

    private static let title = WordList(
        "L2", "a title shows in the calendar: say it softer",
        ["repair": "", "rupture": "", "limit": "", "frightening": "", "apolog-": "", "shout-": ""],
        where: { $0.field == .title })

    private static let blame = WordList(
        "L7", "say what was done or felt, with no verdict on a person",
        [
            "should have": "say what happened, or what can come next", "shouldn't have": "say what happened",
            "should've": "say what happened", "ought to": "say what may help",
            "your fault": "write \"my doing, not yours\"", "bad parent": "", "good parent": "", "bad child": "",
            "good child": "", "bad children": "", "good children": "", "bad kid": "", "good kid": "", "bad boy": "",
            "good boy": "", "bad girl": "", "good girl": "", "naughty": "say what they do", "brat": "",
            "spoiled": "say what they want", "manipulat-": "say what they want",
            "attention-seeking": "say that they look for you", "misbehav-": "say what they do",
            "defian-": "say that they say no", "disobe-": "say that they say no", "selfish": "say what they needed",
            "lazy": "say tired", "overreact-": "say how strong it felt", "dramatic": "say how strong it felt",
            "fail-": "say that it did not work this time", "asham-": "name the wish to hide",
        ])

    private static let shame = WordList(
        "L7", "only in texts about a roadblock: name the wish to hide, or the heavy feeling",
        ["shame": "", "guilt": ""],
        where: { !$0.traits.contains(.roadblock) })

    private static let apology = WordList(
        "L8", "say what I did, in plain words, and stop",
        [
            "but": "make two sentences, without but", "if": "say what I did, plainly",
            "however": "make two sentences", "because you": "", "you made me": "", "you weren't": "", "sorry you": "",
        ],
        where: { $0.field == .own })

    private static let acts = WordList(
        "L27", "nobody wrote that down: leave a blank, as in I'm sorry I [what I did].",
        [
            "shouted": "", "yelled": "", "screamed": "", "threw": "", "slammed": "", "grabbed": "", "snapped": "",
            "laughed": "", "teased": "", "insulted": "", "growled": "", "hit": "", "pushed": "", "smacked": "",
            "called you": "", "swore": "", "broke": "", "stormed off": "", "walked off": "", "walked out": "",
        ],
        where: { $0.list == .scripts && !$0.traits.contains(.actIsKnown) && $0.field != .reach })

    private static let burden = WordList(
        "L9", "ask nothing of them: the adult carries it",
        ["forgive": "", "say it's okay": "", "make me feel": "", "for my sake": ""])

    private static let burdenAtTheEnd = WordList(
        "L9", "turn back to what they were doing, and ask for nothing",
        ["do you love": "", "are we okay": "", "still friends": ""],
        where: { $0.field == .turn })

    private static let vows = WordList(
        "L10", "say the one step you are taking", ["promise": "", "never again": "", "always will": ""],
        where: { $0.list == .scripts })

    private static let people = WordList(
        "L13", "write they, child, partner, person or caregiver",
        [
            "mom": "", "mum": "", "mommy": "", "mummy": "", "dad": "", "daddy": "", "mother": "", "father": "",
            "husband": "write partner", "wife": "write partner", "wives": "write partners", "son": "write child",
            "daughter": "write child", "boy": "write child", "girl": "write child", "he": "write they",
            "she": "write they", "his": "write their", "her": "write their or them", "him": "write them",
            "himself": "write themselves", "herself": "write themselves", "both parents": "", "real parent": "",
            "broken home": "", "normal family": "", "normal families": "",
        ])

    private static let belief = WordList(
        "L14", "choose words for people of any faith or none",
        [
            "bless-": "", "pray-": "", "sin": "", "soul": "write heart or person", "spirit": "write mood", "karma": "",
            "god": "", "faith": "write trust", "give yourself grace": "", "christmas": "", "easter": "", "eid": "",
            "diwali": "", "hanukkah": "", "sabbath": "",
        ])

    private static let medical = WordList(
        "L15", "choose everyday words: worn out, low, a hard time",
        [
            "disorder": "", "diagnos-": "", "symptom": "write sign",
            "treat-": "write a small pleasure, or how they are met", "cure": "", "trauma": "write a hard time",
            "adhd": "", "autis-": "", "depress-": "write low", "narciss-": "",
            "therapy": "",
        ],
        where: { $0.list != .safety }, except: { $0.list == .readings && $0.isLimitsNote(at: $1) })

    private static let damage = WordList(
        "L15", "write hurt, or mark", ["damag-": "", "scar": "", "scarred": ""])

    private static let debt = WordList(
        "L16", "no counting and no debt: say what is open now",
        [
            "streak": "", "in a row": "write one after another", "you missed": "", "missed day": "", "overdue": "",
            "you are late": "", "you're late": "", "falling behind": "", "catch up": "write hear how it went",
            "still haven't": "", "goal": "write hope or wish", "score": "", "points": "write shows, or tells",
            "level up": "", "badge": "", "perfect": "write good enough", "did you repair": "", "did you mend": "",
        ])

    private static let outcome = WordList(
        "L17", "write can help, or may",
        [
            "will heal": "", "heals": "", "guarantee": "", "guaranteed": "", "proven": "leave it out",
            "works every time": "", "science says": "leave it out", "your child will": "", "makes them": "",
            "all will be well": "",
        ])

    private static let verdict = WordList(
        "L18", "write this time, or sometimes",
        ["you always": "", "you never": "", "they always": "", "they never": "", "always does": ""])

    private static let means = WordList(
        "L21", "name something free that every home has",
        [
            "buy": "", "book a": "", "ticket": "", "order online": "", "zoo": "", "restaurant": "",
            "holiday": "write a free day", "garden": "write outside, or a plant", "your car": "write the car",
            "your own room": "", "wine": "", "beer": "", "cocktail": "",
        ],
        where: { $0.field != .caution })

    private static let hazards = WordList(
        "L22", "choose something that is safe in a small mouth and hand",
        ["oil": "", "bead": "", "coin": "", "balloon": "", "marble": "", "cord": ""],
        where: { $0.field != .caution && ($0.isForTheYoungest || $0.traits.contains(.withChild) || $0.namesABaby) })

    private static let fire = WordList(
        "L22", "leave fire out", ["candle": "write a slow breath, as on hot soup", "flame": ""])

    private static let scents = WordList(
        "L22", "a scent is for the adult alone, away from a baby",
        ["scent": "", "scented": "", "perfume": "", "lavender": "", "incense": "", "diffuser": "", "aroma": ""],
        where: { $0.field != .caution && (!$0.traits.contains(.alone) || $0.namesABaby) })

    private static let humour = WordList(
        "L23", "no play and no humour before the words are said",
        ["joke": "", "funny": "", "silly": "", "laugh": "", "tickle": "", "giggle": "", "play": "", "game": ""],
        where: { $0.traits.contains(.toxic) && $0.field != .turn })

    private static let names = WordList(
        "L25", "leave the name out and say the idea in your own words",
        [
            "zones of regulation": "", "conscious discipline": "", "good inside": "", "gottman": "", "siegel": "",
            "hartzell": "", "bryson": "", "whole-brain": "", "dr becky": "", "kuypers": "", "tronick": "",
            "delahooke": "", "damour": "", "kabat-zinn": "", "nagoski": "", "faber": "", "mazlish": "",
            "circle of security": "", "triple p": "", "positive discipline": "", "nonviolent communication": "",
            "montessori": "", "winnicott": "", "bowlby": "",
        ],
        where: { $0.list != .readings && $0.list != .shelves })

    private static let readersWords = WordList(
        "words", "write set off, or what happened",
        ["toxic": "write a frightening moment", "trigger": "", "triggered": "", "triggering": ""])

    private static let spelling = WordList(
        "spelling", "choose a word that is spelled alike in the US and the UK",
        [
            "colour-": "", "color-": "", "realis-": "", "realiz-": "", "favour-": "", "favor-": "", "neighbour-": "",
            "neighbor-": "", "grey": "", "gray": "", "cosy": "", "cozy": "", "pyjama-": "", "pajama-": "",
            "practis-": "", "apologis-": "", "apologiz-": "", "organis-": "", "organiz-": "", "recognis-": "",
            "recogniz-": "", "behaviour-": "", "behavior-": "", "humour-": "", "humor-": "", "honour-": "",
            "honor-": "", "labour-": "", "labor-": "", "flavour-": "", "flavor-": "", "centre": "", "center": "",
            "theatre": "", "theater": "", "travell-": "", "traveling": "", "traveled": "", "cancelled": "",
            "canceled": "", "judgement": "", "judgment": "", "learnt": "", "whilst": "", "cheque": "", "kerb": "",
        ])
}

extension LintText {
    /// For an infant or a toddler.
    var isForTheYoungest: Bool {
        bands.contains(.infant) || bands.contains(.toddler)
    }

    /// A baby is in the picture, whoever the text is for.
    var namesABaby: Bool {
        list == .calm && tokens.words.contains { ["baby", "babies", "cot", "crib", "toddler"].contains($0.text) }
    }

    /// Whether a word is in the sentence that says what mend is or is not, or in one of the two after it.
    func isLimitsNote(at index: Int) -> Bool {
        let sentence = tokens.words[index].sentence
        return (max(0, sentence - 2)...sentence).contains { Self.saysLimits(tokens, sentence: $0) }
    }

    static func saysLimits(_ tokens: Tokens) -> Bool {
        tokens.sentences.indices.contains { saysLimits(tokens, sentence: $0) }
    }

    private static func saysLimits(_ tokens: Tokens, sentence: Int) -> Bool {
        let words = tokens.words[tokens.sentences[sentence]].map(\.text)
        return zip(words, words.dropFirst()).contains { first, second in
            first == "mend"
                && ["is", "isn't", "helps", "cannot", "can", "can't", "does", "reminds", "only"].contains(second)
        }
    }
}
