import Testing

@testable import HTTP

@Suite("the head of a reply") struct ReplyHeadTests {
  private func head(_ lines: [String]) -> ReplyHead {
    var head = ReplyHead()
    for line in lines {
      #expect(Array((line + "\r\n").utf8).withUnsafeBytes { head.take($0) })
    }
    return head
  }

  @Test(
    "the status is read in each version's way",
    arguments: [
      ("HTTP/1.1 200 OK", 200), ("HTTP/1.1 404", 404), ("HTTP/2 308 ", 308), ("HTTP/1.1 x", 0),
    ])
  func status(line: String, status: Int) {
    #expect(head([line]).status == status)
  }

  @Test("names and values are trimmed, and keep their order and their repeats")
  func headers() {
    let head = head(["HTTP/1.1 200 OK", "B: 1 ", "A:\t x: y", "B:", "no header", "C : é"])
    #expect(head.headers.map(\.name) == ["B", "A", "B", "C"])
    #expect(head.headers.map(\.value) == ["1", "x: y", "", "é"])
    #expect(!head.isComplete)
  }

  @Test("an interim head makes room for the final one")
  func interim() {
    let early = ["HTTP/1.1 103 Early Hints", "Link: x", ""]
    #expect(!head(early).isComplete)
    let final = head(early + ["HTTP/1.1 200 OK", "Content-Length: 7", ""])
    #expect(final.isComplete && final.status == 200 && final.contentLength == 7)
    #expect(final.headers.map(\.name) == ["Content-Length"])
  }

  @Test("trailers change nothing")
  func trailers() {
    let head = head(["HTTP/1.1 200 OK", "A: 1", "", "B: 2", "HTTP/1.1 500 No", ""])
    #expect(head.status == 200 && head.headers.map(\.name) == ["A"])
  }
}
