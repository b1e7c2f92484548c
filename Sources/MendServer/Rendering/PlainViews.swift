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
}

struct BeginView: Sendable {
    let csrf: String
    let problem: String?
}
