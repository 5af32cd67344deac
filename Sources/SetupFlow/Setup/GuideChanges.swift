import Core
import Guide
import Walkthrough

/// What a guide that changed under a half-done setup means for it.
package struct GuideChanges {
  /// Lines for the person; none when the guide is as it was.
  package let lines: [Phrase]

  /// Since the setup was last walked.
  package init(_ setup: OpenSetup) {
    let gone = setup.walk.vanished(in: setup.state).map { name -> Phrase in
      "The guide no longer has the step \(name); what was kept of it stays in the log."
    }
    let parted = setup.parted.map { name -> Phrase in
      "The step \(name) is \(setup.walk.parts(of: name).count) steps now; what was done there "
        + "counts for each of them."
    }
    let new: [Phrase] = setup.added.map { "\"\($0.title)\" (\($0.name))" }
    lines =
      gone + parted
      + (new.isEmpty
        ? []
        : ["The guide has \(Wording.count(new.count, "new step")): \(Wording.list(new, "and"))."])
  }
}
