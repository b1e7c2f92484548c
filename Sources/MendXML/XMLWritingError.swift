/// Why a document could not be written. Neither case holds any of its text.
public enum XMLWritingError: Error, Equatable, Sendable {
    /// libxml2 got no memory.
    case outOfMemory
    /// libxml2 refused a step inside the element of this name, or outside of the root, if it is empty.
    case refused(element: String)
}
