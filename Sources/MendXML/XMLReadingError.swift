/// Why a document was not read. No case holds any of its text.
public enum XMLReadingError: Error, Equatable, Sendable {
    /// libxml2 got no memory.
    case outOfMemory
    /// It has more bytes than this.
    case tooLarge(limit: Int)
    /// More elements than this stand inside each other.
    case tooDeep(limit: Int)
    /// It has a DOCTYPE, and so could name entities, files and addresses.
    case documentType
    /// It breaks the rules of XML, or ends too early; lines count from 1.
    case malformed(line: Int)
}
