import Dispatch

/// Runs what a device does, one thing after the other, on no thread of Swift's own pool: a sketch
/// that takes its time holds up nobody but its device. The pool has a thread for each processor;
/// two sketches that never come back would stop the clouds until they are given up.
final class DeviceThread: SerialExecutor {
  private let queue = DispatchQueue(label: "footbridge.device")

  func enqueue(_ job: consuming ExecutorJob) {
    let job = UnownedJob(job)
    queue.async { job.runSynchronously(on: self.asUnownedSerialExecutor()) }
  }
}
