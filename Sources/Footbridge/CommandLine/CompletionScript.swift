import Guide

/// A shell's completion script as the argument parser writes it, with what it leaves out: the
/// topics of `help`, that what ends with `=` goes on without a blank (fish knows that by itself),
/// and in bash that only files are file names. There the parser's `-o filenames` puts a slash
/// behind a command beside which a folder of its name stands.
struct CompletionScript {
  private let text: String

  /// Nil for a text that is no such script.
  init?(_ text: String) {
    let isOne = ["#!/bin/bash", "#compdef ", "function __"].contains { text.hasPrefix($0) }
    guard isOne else { return nil }
    self.text = text
  }

  /// The whole script.
  var completed: String {
    if text.hasPrefix("#!/bin/bash") { return bash }
    return text.hasPrefix("#compdef ") ? zsh : fish
  }

  private static let topics = (HelpPage.names + Program.names.filter { $0 != "help" })
    .joined(separator: " ")

  private var bash: String {
    text.replacing("complete -o filenames -F", with: "complete -F")
      .replacing(
        "__footbridge_add_completions() {\n",
        with: """
          __footbridge_add_completions() {
              case "${1}" in
              -f|-d) compopt -o filenames ;;
              esac

          """
      )
      .replacing(
        "        COMPREPLY+=(\"${completion}\")\n",
        with: """
                  [[ "${completion}" = *= ]] && compopt -o nospace
                  COMPREPLY+=("${completion}")

          """
      )
      .replacing(
        "_footbridge_help() {\n",
        with: """
          _footbridge_help() {
              COMPREPLY+=($(compgen -W '\(CompletionScript.topics)' -- "${cur}"))

          """)
  }

  private var zsh: String {
    text.replacing("'*:subcommands:'", with: "':subcommands:(\(CompletionScript.topics))'")
      .replacing(
        "__footbridge_complete() {\n",
        with: """
          __footbridge_complete() {
              if [[ "${1}" = *= ]]; then
                  compadd -S '' -- "${@}"
                  return
              fi

          """)
  }

  private var fish: String {
    let condition = "'__fish_seen_subcommand_from help'"
    return text + "\ncomplete -c 'footbridge' -n \(condition) -fa '\(CompletionScript.topics)'"
  }
}
