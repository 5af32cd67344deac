import HTTPTestServer

/// A request of the Platform API: its query, and the object that it carries.
struct PlatformCall {
  let query: [(name: String, value: String?)]
  let body: JSONObject

  init(_ request: PracticeRequest) throws(PlatformRefusal) {
    if request.hasMalformedJSON { throw .bodyUnreadable }
    query = request.query
    body = request.json?.object ?? JSONObject()
  }

  /// A text of the query.
  func text(_ name: String) throws(PlatformRefusal) -> String {
    guard let value = query.first(where: { $0.name == name })?.value else { throw .missing(name) }
    return value
  }

  /// A number of the query.
  func number(_ name: String) throws(PlatformRefusal) -> Int {
    guard let number = Int(try text(name)) else { throw .missing(name) }
    return number
  }

  /// A member of the body as text; numbers too.
  func member(_ name: String) throws(PlatformRefusal) -> String {
    guard let text = body[name]?.plain else { throw .missing(name) }
    return text
  }

  /// A whole number of the body.
  func whole(_ name: String) throws(PlatformRefusal) -> Int {
    guard let number = body[name]?.number, let whole = Int(exactly: number) else {
      throw .missing(name)
    }
    return whole
  }

  /// One page of a list: `page` from 0, `size` up to 1000 (blynk:platform-lists). What a list looks
  /// like is not documented to us; it is an array here.
  func page(_ list: [JSONValue]) -> PracticeReply {
    let size = min(max((try? number("size")) ?? 1000, 1), 1000)
    let page = max((try? number("page")) ?? 0, 0)
    let (start, overflow) = page.multipliedReportingOverflow(by: size)
    let rows = overflow ? [] : list.dropFirst(start).prefix(size)
    return BlynkReplies.json(200, .array(Array(rows)))
  }

  /// Does what the console does too, and refuses in its words (blynk:platform-errors).
  func console<Value>(
    _ work: () throws(BlynkConsoleRefusal) -> Value
  ) throws(PlatformRefusal) -> Value {
    do { return try work() } catch { throw .console(error) }
  }
}
