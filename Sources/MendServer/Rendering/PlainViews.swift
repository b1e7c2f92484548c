// What the pages show that belong to no part of the household.

struct EmptyView: Sendable {}

struct ErrorView: Sendable {
    let text: String
}

struct ResendView: Sendable {
    let held: HeldForm
    let text: String
}

struct SignInView: Sendable {
    let csrf: String
    let then: String?
    let held: HeldForm?
    let problem: String?
    /// The name that was typed; nil: there is one adult, and none is asked for.
    let name: Name?

    struct Name: Sendable {
        let typed: String
    }

    init(csrf: String, then: String?, held: HeldForm?, problem: String?, name: String?) {
        (self.csrf, self.then, self.held, self.problem) = (csrf, then, held, problem)
        self.name = name.map(Name.init)
    }
}

struct JoinView: Sendable {
    let csrf: String
    let problem: String?
    let name: String
    /// By whom, to what.
    let invited: String
    /// Whose ladder it is.
    let whose: String
}

struct BeginView: Sendable {
    let csrf: String
    let problem: String?
}
