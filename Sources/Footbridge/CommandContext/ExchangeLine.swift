import Core
import HTTP

/// One request as `-v` says it: a curl command, and what came back.
struct ExchangeLine {
  private let exchange: Exchange

  init(_ exchange: Exchange) { self.exchange = exchange }

  var text: String {
    let time = "\(exchange.timings.total / 1000).\(exchange.timings.total / 100 % 10) ms"
    // What is sent back to a cloud came from it in part, and may hold a stranger's token.
    let command = TokenShapes.veiled(exchange.request.asCurl())
    return "\(command)\n    \(outcome)  \(time)"
  }

  private var outcome: String {
    switch exchange.outcome {
    case .status(let status): "\(status)"
    case .failed(let error): error.problem.title.english
    case .cancelled: "cancelled"
    }
  }
}
