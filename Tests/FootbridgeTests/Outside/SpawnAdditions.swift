#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// What both systems' C libraries add to `posix_spawn`. On Linux the headers hide it from Swift (it
/// wants `_GNU_SOURCE`), so it is looked up by name there.
enum SpawnAdditions {
  #if canImport(Glibc)
    typealias Actions = posix_spawn_file_actions_t
  #else
    typealias Actions = posix_spawn_file_actions_t?
  #endif

  static func changeDirectory(_ actions: inout Actions, _ directory: String) -> Int32 {
    #if canImport(Glibc)
      typealias Call = @convention(c) (UnsafeMutablePointer<Actions>, UnsafePointer<CChar>) -> Int32
      let call = look("posix_spawn_file_actions_addchdir_np", as: Call.self)
      return call?(&actions, directory) ?? ENOSYS
    #else
      return posix_spawn_file_actions_addchdir_np(&actions, directory)
    #endif
  }

  #if canImport(Glibc)
    static func closeFrom(_ actions: inout Actions, _ lowest: Int32) -> Int32 {
      typealias Call = @convention(c) (UnsafeMutablePointer<Actions>, Int32) -> Int32
      let call = look("posix_spawn_file_actions_addclosefrom_np", as: Call.self)
      return call?(&actions, lowest) ?? ENOSYS
    }

    private static func look<Call>(_ name: String, as type: Call.Type) -> Call? {
      dlsym(nil, name).map { unsafeBitCast($0, to: type) }
    }
  #endif
}
