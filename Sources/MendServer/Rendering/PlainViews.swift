// What the pages show that belong to no part of the household.

struct EmptyView: Sendable {}

struct ErrorView: Sendable {
    let text: String
}

/// A form that waits to be sent again: its fields without those that belong to one page only.
struct HeldForm: Sendable {
    struct Field: Sendable {
        let name: String
        let value: String
    }

    let path: String
    let fields: [Field]

    private static let own = ["csrf", "once", "passphrase", "again", "present"]

    init(_ form: Form, path: String) {
        self.path = path
        fields = form.fields.filter { !Self.own.contains($0.name) }.map { Field(name: $0.name, value: $0.value) }
    }

    /// From a sign-in form that carried it.
    init(unpacking form: Form, path: String) {
        self.path = path
        fields = form.fields.filter { $0.name.hasPrefix("held.") }
            .map { Field(name: String($0.name.dropFirst("held.".count)), value: $0.value) }
    }
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
