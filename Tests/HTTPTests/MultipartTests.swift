import Testing

@testable import HTTP

@Suite struct MultipartTests {
  private func text(_ parts: [Multipart.Part]) -> String {
    String(decoding: Multipart(parts).bytes, as: UTF8.self)
  }

  @Test("fields and files stand between boundaries")
  func layout() {
    let parts: [Multipart.Part] = [
      ("platform", nil, Array("13".utf8)), ("file", "a.ino", Array("int a;\n".utf8)),
    ]
    #expect(
      text(parts) == """
        --footbridge-part-1\r
        Content-Disposition: form-data; name="platform"\r
        \r
        13\r
        --footbridge-part-1\r
        Content-Disposition: form-data; name="file"; filename="a.ino"\r
        Content-Type: application/octet-stream\r
        \r
        int a;
        \r
        --footbridge-part-1--\r\n
        """)
    #expect(Multipart(parts).contentType == "multipart/form-data; boundary=footbridge-part-1")
  }

  @Test("a content that holds the boundary gets another")
  func boundary() {
    let content = Array("footbridge-part-1 footbridge-part-2".utf8)
    #expect(Multipart([("a", nil, content)]).contentType.hasSuffix("footbridge-part-3"))
  }

  @Test("a name cannot leave its quotes")
  func quotes() {
    let text = text([("a\"\r\nX: y", "b\"c", [])])
    #expect(text.contains("name=\"a%22%0D%0AX: y\"; filename=\"b%22c\"\r\n"))
  }
}
