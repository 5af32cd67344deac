import CCurl
import Core

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// libcurl, as far as this target needs it. No other file sees its C.
///
/// `Easy` and `Multi` belong to the one thread that made them; `Waker` may be used from any.
enum Curl {
  /// Whether libcurl is open and set up; the first reader does it, once for the process.
  static let isReady = fb_global_init() == CURLE_OK

  /// Who takes what comes in, on libcurl's thread. Saying `false` ends the transfer.
  protocol Receiver: AnyObject {
    func receive(headerLine: UnsafeRawBufferPointer) -> Bool
    func receive(body: UnsafeRawBufferPointer) -> Bool
  }

  /// How a transfer ended; reasons are libcurl's own text.
  enum Outcome {
    case done
    case timedOut
    case untrusted(reason: Phrase)
    case broken(reason: Phrase)
    /// This program has no file left, or the machine no memory.
    case exhausted(reason: Phrase)
    /// The receiver said `false`.
    case refused
    /// The proxy did not open a tunnel, and answered this instead.
    case tunnelRefused(status: Int, reason: Phrase)
  }

  /// Scheme, host and port as libcurl reads them, so that what is checked is what is dialled; the
  /// port only where the URL names it. Nil for a text that is no URL, or that carries a user name.
  static func address(of url: String) -> (scheme: String, host: String, port: String?)? {
    guard let parsed = curl_url() else { return nil }
    defer { curl_url_cleanup(parsed) }
    let flags = UInt32(CURLU_DISALLOW_USER)
    guard curl_url_set(parsed, CURLUPART_URL, url, flags) == CURLUE_OK,
      let scheme = part(CURLUPART_SCHEME, of: parsed), let host = part(CURLUPART_HOST, of: parsed)
    else { return nil }
    return (scheme, host, part(CURLUPART_PORT, of: parsed))
  }

  /// Whether this program can open no file more; libcurl then tells of the first thing that it
  /// could not do without one, such as a name that it could not look up.
  fileprivate static var filesAreUsedUp: Bool {
    let file = open("/dev/null", O_RDONLY)
    if file >= 0 { close(file) }
    return file < 0 && (errno == EMFILE || errno == ENFILE)
  }

  private static func part(_ part: CURLUPart, of url: OpaquePointer) -> String? {
    var text: UnsafeMutablePointer<CChar>?
    guard fb_url_get(url, part, &text, 0) == CURLUE_OK, let text else { return nil }
    defer { curl_free(text) }
    return String(cString: text)
  }
}

// MARK: one transfer

extension Curl {
  /// One transfer's handle; made ready again for the next by `prepare`.
  final class Easy {
    fileprivate let handle: UnsafeMutableRawPointer
    private let errorText: UnsafeMutablePointer<CChar>
    private var headers: UnsafeMutablePointer<curl_slist>?
    private weak var receiver: (any Receiver)?
    /// Whose transfer this is, for the loop that owns it.
    var owner: ObjectIdentifier?

    init?() {
      guard let handle = curl_easy_init() else { return nil }
      self.handle = handle
      errorText = .allocate(capacity: Int(CURL_ERROR_SIZE))
      errorText.initialize(repeating: 0, count: Int(CURL_ERROR_SIZE))
    }

    deinit {
      curl_easy_cleanup(handle)
      curl_slist_free_all(headers)
      errorText.deallocate()
    }

    /// Sets everything anew for one request.
    func prepare(_ request: CurlRequest, receiver: any Receiver) {
      curl_easy_reset(handle)
      errorText.pointee = 0
      self.receiver = receiver
      setCallbacks()
      setSafety(request)
      setLimits(request)
      setMessage(request)
    }

    /// Forgets the last request, which held secrets.
    func clear() {
      curl_easy_reset(handle)
      curl_slist_free_all(headers)
      headers = nil
      receiver = nil
      owner = nil
    }

    /// Lets a transfer that has begun run on without a time limit.
    func liftTimeout() { fb_set_long(handle, CURLOPT_TIMEOUT_MS, 0) }

    /// What libcurl measured so far.
    var timings: Timings {
      let dns = Int(fb_get_size(handle, CURLINFO_NAMELOOKUP_TIME_T))
      // Libcurl says 0 where no connection was made.
      let connect = max(dns, Int(fb_get_size(handle, CURLINFO_CONNECT_TIME_T)))
      return Timings(
        dns: dns, connect: connect,
        tls: Int(fb_get_size(handle, CURLINFO_APPCONNECT_TIME_T)),
        firstByte: Int(fb_get_size(handle, CURLINFO_STARTTRANSFER_TIME_T)),
        total: Int(fb_get_size(handle, CURLINFO_TOTAL_TIME_T)),
        connections: fb_get_long(handle, CURLINFO_NUM_CONNECTS))
    }
  }
}

extension Curl.Easy {
  private func setCallbacks() {
    let context = Unmanaged.passUnretained(self).toOpaque()
    fb_set_pointer(handle, CURLOPT_PRIVATE, context)
    fb_set_pointer(handle, CURLOPT_ERRORBUFFER, errorText)
    fb_set_pointer(handle, CURLOPT_HEADERDATA, context)
    fb_set_pointer(handle, CURLOPT_WRITEDATA, context)
    fb_set_receive(handle, CURLOPT_HEADERFUNCTION) { bytes, size, count, context in
      Curl.Easy.hand(bytes, size * count, context) { $0.receive(headerLine: $1) }
    }
    fb_set_receive(handle, CURLOPT_WRITEFUNCTION) { bytes, size, count, context in
      Curl.Easy.hand(bytes, size * count, context) { $0.receive(body: $1) }
    }
  }

  /// - Returns: what libcurl wants: the count when all is taken; anything else ends the transfer.
  private static func hand(
    _ bytes: UnsafeMutablePointer<CChar>?, _ count: Int, _ context: UnsafeMutableRawPointer?,
    to receive: (any Curl.Receiver, UnsafeRawBufferPointer) -> Bool
  ) -> Int {
    guard let context else { return count + 1 }
    let easy = Unmanaged<Curl.Easy>.fromOpaque(context).takeUnretainedValue()
    guard let receiver = easy.receiver else { return count + 1 }
    return receive(receiver, UnsafeRawBufferPointer(start: bytes, count: count)) ? count : count + 1
  }

  /// What holds for every request: verified TLS, no other protocol, no redirect, no signal.
  private func setSafety(_ request: CurlRequest) {
    fb_allow_http_only(handle)
    fb_set_long(handle, CURLOPT_SSL_VERIFYPEER, 1)
    fb_set_long(handle, CURLOPT_SSL_VERIFYHOST, 2)
    fb_set_versions(handle)
    fb_set_long(handle, CURLOPT_FOLLOWLOCATION, 0)
    fb_set_long(handle, CURLOPT_NOSIGNAL, 1)
    fb_set_long(handle, CURLOPT_TCP_NODELAY, 1)
    fb_set_long(handle, CURLOPT_TCP_KEEPALIVE, 1)
    fb_set_long(handle, CURLOPT_SUPPRESS_CONNECT_HEADERS, 1)
    // Both are set even when empty: left alone, libcurl would read the process's environment.
    fb_set_text(handle, CURLOPT_PROXY, request.proxy ?? "")
    fb_set_text(handle, CURLOPT_NOPROXY, request.isLoopback ? "*" : request.noProxy ?? "")
    for (option, value) in [
      (CURLOPT_CAINFO, request.certificateFile), (CURLOPT_PROXY_CAINFO, request.certificateFile),
      (CURLOPT_CAPATH, request.certificateDirectory),
      (CURLOPT_PROXY_CAPATH, request.certificateDirectory),
    ] {
      if let value { fb_set_text(handle, option, value) }
    }
  }

  private func setLimits(_ request: CurlRequest) {
    fb_set_long(handle, CURLOPT_TIMEOUT_MS, request.timeoutMilliseconds)
    fb_set_long(handle, CURLOPT_CONNECTTIMEOUT_MS, request.connectTimeoutMilliseconds)
    fb_set_long(handle, CURLOPT_LOW_SPEED_LIMIT, 0)
    fb_set_long(handle, CURLOPT_LOW_SPEED_TIME, 0)
  }

  private func setMessage(_ request: CurlRequest) {
    fb_set_text(handle, CURLOPT_URL, request.url)
    curl_slist_free_all(headers)
    headers = nil
    for line in request.headerLines { headers = curl_slist_append(headers, line) }
    fb_set_pointer(handle, CURLOPT_HTTPHEADER, headers)
    if let body = request.body {
      fb_set_body(handle, body, body.count)
    }
    fb_set_text(handle, CURLOPT_CUSTOMREQUEST, request.method)
  }
}

// MARK: all transfers

extension Curl {
  /// The transfers that run side by side on one thread, and their kept-alive connections.
  final class Multi {
    private let handle: UnsafeMutableRawPointer

    /// - Parameter connectionLimit: how many connections may be open; more transfers wait.
    init?(connectionLimit: Int) {
      guard let handle = curl_multi_init() else { return nil }
      self.handle = handle
      fb_multi_set_long(handle, CURLMOPT_MAX_TOTAL_CONNECTIONS, connectionLimit)
      fb_multi_set_long(handle, CURLMOPT_MAXCONNECTS, connectionLimit)
    }

    deinit { curl_multi_cleanup(handle) }

    /// Ends this multi's `wait` from any thread.
    var waker: Waker { Waker(handle: handle) }

    func add(_ easy: Easy) -> Bool { curl_multi_add_handle(handle, easy.handle) == CURLM_OK }

    func remove(_ easy: Easy) { curl_multi_remove_handle(handle, easy.handle) }

    /// Does what can be done without waiting.
    func perform() {
      var running: Int32 = 0
      curl_multi_perform(handle, &running)
    }

    /// Waits until something can be done, or until woken.
    func wait(limitMilliseconds: Int32) {
      curl_multi_poll(handle, nil, 0, limitMilliseconds, nil)
    }

    /// The next transfer that has ended, if there is one.
    func nextDone() -> (easy: Easy, outcome: Outcome)? {
      var code = CURLE_OK
      guard let done = fb_multi_next_done(handle, &code), let context = fb_get_private(done) else {
        return nil
      }
      let easy = Unmanaged<Easy>.fromOpaque(context).takeUnretainedValue()
      return (easy, easy.outcome(code))
    }
  }

  /// Wakes a `Multi`; must not outlive it.
  ///
  /// Unchecked, because the pointer is only handed to `curl_multi_wakeup`, the one function that
  /// libcurl allows from any thread; `CurlEngine` takes the waker away before the multi ends.
  struct Waker: @unchecked Sendable {
    fileprivate let handle: UnsafeMutableRawPointer
    func wake() { curl_multi_wakeup(handle) }
  }
}

extension Curl.Easy {
  fileprivate func outcome(_ code: CURLcode) -> Curl.Outcome {
    switch code {
    case CURLE_OK: .done
    case CURLE_OPERATION_TIMEDOUT: .timedOut
    case CURLE_WRITE_ERROR: .refused
    case CURLE_OUT_OF_MEMORY, CURLE_SSL_CACERT_BADFILE: .exhausted(reason: reason(code))
    case _ where Curl.filesAreUsedUp: .exhausted(reason: "Too many open files: " + reason(code))
    case CURLE_SSL_CONNECT_ERROR, CURLE_PEER_FAILED_VERIFICATION,
      CURLE_SSL_CERTPROBLEM, CURLE_SSL_CIPHER, CURLE_SSL_ISSUER_ERROR, CURLE_SSL_INVALIDCERTSTATUS:
      .untrusted(reason: reason(code))
    default: tunnelRefusal(code) ?? .broken(reason: reason(code))
    }
  }

  /// 407 asks for a login, another 4xx keeps the host shut; of a 5xx the proxy itself got no
  /// further.
  private func tunnelRefusal(_ code: CURLcode) -> Curl.Outcome? {
    let status = fb_get_long(handle, CURLINFO_HTTP_CONNECTCODE)
    guard (400..<500).contains(status) else { return nil }
    return .tunnelRefused(status: status, reason: reason(code))
  }

  private func reason(_ code: CURLcode) -> Phrase {
    let detail = String(cString: errorText)
    return Phrase(verbatim: detail.isEmpty ? String(cString: curl_easy_strerror(code)) : detail)
  }
}
