import Core

/// What a request carries.
package enum Body: Sendable {
  /// `application/x-www-form-urlencoded`.
  case form([QueryItem])
  /// Text of the given content type; nil sets none.
  case text(contentType: String?, MaskedText)
  /// `multipart/form-data`.
  case multipart([Part])

  /// A part of a multipart body; with a file name it is a file.
  package struct Part: Sendable {
    /// The form's field.
    package var name: String
    /// As the server is to see it; nil for a plain field.
    package var fileName: String?
    /// The text that is sent; empty where `bytes` are.
    package var content: MaskedText
    /// What is sent instead of the content when it is no text: a firmware binary.
    package var bytes: [UInt8]?

    /// A part that is text; with a file name it is a text file.
    package init(name: String, fileName: String? = nil, content: MaskedText) {
      self.name = name
      self.fileName = fileName
      self.content = content
    }

    /// A file that is no text.
    package init(name: String, fileName: String, bytes: [UInt8]) {
      self.init(name: name, fileName: fileName, content: "")
      self.bytes = bytes
    }
  }

  /// `application/json`, already written as text.
  package static func json(_ text: MaskedText) -> Body {
    .text(contentType: "application/json", text)
  }
}
