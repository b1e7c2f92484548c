import MendCore

@testable import MendExport

/// A component with one property in it.
struct OneProperty: ComponentTree {
    let component: StaticString
    let name: StaticString
    let value: PropertyValue

    init(_ component: StaticString, _ name: StaticString, _ value: PropertyValue) {
        self.component = component
        self.name = name
        self.value = value
    }

    /// Too little for long texts, which are written more than once.
    let expectedOctets = 65_536

    func write<Writer: ComponentWriter>(to writer: inout Writer) throws(Writer.Failure) {
        try writer.begin(component)
        try writer.property(name, value)
        try writer.end(component)
    }
}
