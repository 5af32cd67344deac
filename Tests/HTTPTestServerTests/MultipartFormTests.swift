import Testing

@testable import HTTPTestServer

struct MultipartFormTests {
  private func form(_ body: String, type: String = "multipart/form-data; boundary=\"XX\"")
    -> MultipartForm?
  {
    MultipartForm(
      PracticeRequest(
        method: "PUT", target: "/", headers: [("Content-Type", type)], body: Array(body.utf8)))
  }

  @Test("fields and files are told apart, and keep their bytes")
  func parts() {
    let body = """
      --XX\r\nContent-Disposition: form-data; name="a"\r\n\r\none\r\ntwo\r\n\
      --XX\r\ncontent-disposition: form-data; name=file; filename="x y.ino"\r\n\
      Content-Type: text/plain\r\n\r\n--X\r\n\r\n--XX--\r\n
      """
    #expect(
      form(body)?.parts == [
        .init(name: "a", fileName: nil, content: Array("one\r\ntwo".utf8)),
        .init(name: "file", fileName: "x y.ino", content: Array("--X\r\n".utf8)),
      ])
  }

  @Test(
    "a body that is cut short, or of another type, is no form",
    arguments: [
      "", "--XX", "--XX\r\n", "--XX\r\nContent-Disposition: form-data; name=a\r\n\r\nb\r\n--XX\r\n",
      "--XX\r\nno header\r\n\r\nb\r\n--XX--",
      "--XX\r\nContent-Disposition: form-data; name=a--XX--",
    ])
  func cut(_ body: String) {
    #expect(form(body) == nil)
    #expect(form(body + "--XX--", type: "text/plain") == nil)
    #expect(form(body + "--XX--", type: "multipart/form-data") == nil)
  }
}
