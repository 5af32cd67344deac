import Foundation

/// Finds the errno below a Foundation error.
enum POSIXFailure {
  static func code(of error: any Error) -> Int32 {
    var next: NSError? = error as NSError
    while let current = next {
      if current.domain == NSPOSIXErrorDomain { return Int32(current.code) }
      next = current.userInfo[NSUnderlyingErrorKey] as? NSError
    }
    switch (error as? CocoaError)?.code {
    case .fileWriteOutOfSpace: return ENOSPC
    case .fileWriteNoPermission: return EACCES
    case .fileWriteFileExists: return ENOTDIR
    case .fileWriteVolumeReadOnly: return EROFS
    default: return EIO
    }
  }
}
