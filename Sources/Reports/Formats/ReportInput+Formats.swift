extension ReportInput {
  /// JUnit XML, valid by Apache Ant's schema and by Jenkins'.
  package var junit: String { JUnitReport(chronicle: self).text }
  /// The Test Anything Protocol, version 13.
  package var tap: String { TAPReport(chronicle: self).text }
  /// One self-contained page, without scripts.
  package var html: String { HTMLReport(chronicle: self).text }
  /// GitHub-flavoured Markdown.
  package var markdown: String { MarkdownReport(chronicle: self).text }
}
