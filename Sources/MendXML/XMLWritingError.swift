/// Why a document could not be written. Neither case holds any of its text.
public enum XMLWritingError: Error, Equatable, Sendable {
    case outOfMemory
    /// libxml2 refused a step inside the element of this name (empty: before the root).
    case refused(element: String)
}
