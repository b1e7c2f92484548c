import MendCore
import MendText

/// Who looks at a page, and who else does. With one adult there is nothing to tell apart.
struct Reader: Sendable {
    /// The second adult, once they have joined; nil: there is one adult.
    let second: SecondAdult?
    /// Whether it is the second adult who looks.
    let isSecond: Bool

    /// A word for whose a form is, which stands in each: one that waited on a device goes out for nobody else.
    var login: String { isSecond ? second?.id ?? "" : "caregiver" }

    /// What stands in what this reader writes down (`by`); nil: the caregiver.
    var writer: String? { isSecond ? second?.name : nil }

    /// Notes are each adult's own.
    func mayRead(noteBy writer: String?) -> Bool { writer == self.writer }

    /// A note, where this reader wrote it.
    func own(_ note: String?, by writer: String?) -> String? { mayRead(noteBy: writer) ? note : nil }

    /// Whether this reader may correct and take back what somebody wrote: their own, and what is nobody's any more.
    func mayChange(recordBy writer: String?) -> Bool {
        if writer == self.writer { return true }
        guard let writer else { return false }
        return second?.name != writer
    }

    /// That what this reader adds is discreet, since it would show what is kept to the caregiver; nil: they choose.
    func discreetOnly(in catalogue: Catalogue) -> String? {
        guard isSecond, let second else { return nil }
        return catalogue.text(PagePhrase.openIsTheirs(name: second.caregiver))
    }

    /// What is there for this reader.
    func shown(_ history: History) -> History { isSecond ? history.shownToTheSecondAdult() : history }

    /// Who wrote something, where that has to be told; nil: there was never anybody but the caregiver.
    func name(ofWriter writer: String?) -> String? { writer ?? second?.caregiver }
}

extension Form {
    /// Whether it was made for a reader. A page from before forms said so is anybody's, and so is one from before a sign-in.
    func isOf(_ reader: Reader) -> Bool {
        let login = whole("login")
        return login.isEmpty || login == reader.login
    }
}

/// Who signs in: one passphrase belongs to each.
enum Login: Hashable, Sendable {
    case caregiver
    /// The second adult, by their id.
    case second(String)
    /// Nobody has the name that was typed.
    case nobody

    /// What stands in a session; nil: the caregiver's.
    var id: String? { if case .second(let id) = self { id } else { nil } }

    init(_ session: WebSession) {
        self = session.login.map(Login.second) ?? .caregiver
    }

    /// - Parameters:
    ///   - name: as it was typed; the caregiver may leave it empty.
    ///   - second: who has joined; nil: no name is asked for.
    init(named name: String?, _ second: SecondAdult?) {
        let typed = name.map { FoldedName($0) }
        switch second {
        case let second? where second.hasJoined && typed == FoldedName(second.name): self = .second(second.id)
        case let second? where second.hasJoined:
            let isCaregiver = typed == nil || typed?.isEmpty == true || typed == FoldedName(second.caregiver)
            self = isCaregiver ? .caregiver : .nobody
        default: self = .caregiver
        }
    }
}

extension SignInStore {
    /// Whoever has joined besides the caregiver; nil: nobody.
    func joinedAdult() throws -> SecondAdult? {
        try secondAdult().flatMap { $0.hasJoined ? $0 : nil }
    }

    /// Nil for nobody, and before one is set.
    func passphraseHash(of login: Login) throws -> String? {
        switch login {
        case .caregiver: try passphraseHash()
        case .second(let id): try joinedAdult().flatMap { $0.id == id ? $0.passphraseHash : nil }
        case .nobody: nil
        }
    }
}
