#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <vector>

#include "csketch.h"
#include "message.h"

// The host's side of a sketch that is a program of its own. What such a sketch does wrong, it does
// to itself: a crash closes the line, a loop without end runs out of patience, and then the process
// is ended. In this process either would be the end of the practice clouds.

// How often, a millisecond apart, a program is started that the system says is being written: some
// other process that is just being started still holds the open file, for a moment.
static constexpr int startAttempts = 1000;

#ifdef MSG_NOSIGNAL
static constexpr int quietly = MSG_NOSIGNAL | MSG_DONTWAIT;
#else
static constexpr int quietly = MSG_DONTWAIT;
#endif

struct Variable {
  std::string name;
  csketch_variable shown;
  std::string text;
};

struct Remote {
  pid_t process = 0;
  int line = -1;
  csketch_host host{};
  /// What came that was not yet looked at.
  std::string heard;
  std::vector<std::string> functions, subscriptions;
  std::vector<Variable> variables;
};

static Remote &remote(const csketch_copy *copy) {
  return *reinterpret_cast<Remote *>(const_cast<csketch_copy *>(copy));
}

static void end(Remote &remote) {
  if (remote.line < 0) return;
  close(remote.line);
  remote.line = -1;
  kill(-remote.process, SIGKILL);
  while (waitpid(remote.process, nullptr, 0) < 0 && errno == EINTR) {
  }
}

static bool say(Remote &remote, const Message &message) {
  // Far less than a socket holds, so that nothing is left over.
  const std::string bytes = message.framed();
  return send(remote.line, bytes.data(), bytes.size(), quietly) ==
         static_cast<ssize_t>(bytes.size());
}

using Clock = std::chrono::steady_clock;

/// Waits for the next message; false when the line is closed, or the time is over.
static bool hear(Remote &remote, Message &message, Clock::time_point deadline) {
  uint32_t size = 0;
  while (true) {
    if (remote.heard.size() >= sizeof(size)) {
      remote.heard.copy(reinterpret_cast<char *>(&size), sizeof(size));
      if (size > Message::limitBytes) return false;
      if (remote.heard.size() - sizeof(size) >= size) break;
    }
    const auto left = std::chrono::ceil<std::chrono::milliseconds>(deadline - Clock::now());
    pollfd entry{remote.line, POLLIN, 0};
    if (left.count() <= 0) return false;
    const int ready = poll(&entry, 1, static_cast<int>(left.count()));
    if (ready < 0 && errno == EINTR) continue;
    char bytes[4096];
    const ssize_t count = ready > 0 ? recv(remote.line, bytes, sizeof(bytes), quietly) : 0;
    if (count <= 0) return false;
    remote.heard.append(bytes, static_cast<size_t>(count));
  }
  message = Message(remote.heard.substr(sizeof(size), size));
  remote.heard.erase(0, sizeof(size) + size);
  return true;
}

/// A question as all of them begin.
static Message question(const Remote &remote, Question kind) {
  const csketch_host &host = remote.host;
  return Message()
      .number(static_cast<uint64_t>(kind))
      .number(host.milliseconds ? host.milliseconds(host.context) : 0)
      .number(host.connected ? host.connected(host.context) : false);
}

/// The answer to a question, its first word taken off; a sketch that gives none is ended.
static bool ask(Remote &remote, const Message &question, Message &answer) {
  if (remote.line < 0) return false;
  const csketch_host &host = remote.host;
  const auto patience = std::chrono::milliseconds(host.patience_milliseconds);
  const auto deadline = Clock::now() + patience;
  bool isWell = say(remote, question);
  while (isWell && (isWell = hear(remote, answer, deadline))) {
    if (static_cast<Reply>(answer.number()) == Reply::answer) return true;
    const std::string name = answer.text(), data = answer.text();
    const bool isTaken = host.publish(host.context, name.c_str(), data.c_str());
    isWell = say(remote, Message().number(isTaken));
  }
  end(remote);
  return false;
}

static csketch_turn turn(Message &answer) {
  csketch_turn turn{};
  turn.end = static_cast<csketch_end>(answer.number());
  turn.tried_to_publish = answer.number() != 0;
  turn.wait_milliseconds = answer.number();
  return turn;
}

static constexpr csketch_turn over{CSKETCH_STUCK, false, UINT64_MAX};

static csketch_turn takeTurn(Remote &remote, const Message &question) {
  Message answer;
  return ask(remote, question, answer) ? turn(answer) : over;
}

static csketch_turn start(csketch_copy *copy, const csketch_host *host) {
  Remote &sketch = remote(copy);
  sketch.host = *host;
  // The texts are the built-in sketch's own, and may be gone as soon as this returns.
  sketch.host.template_id = sketch.host.template_name = sketch.host.auth_token = nullptr;
  Message asked = question(sketch, Question::start);
  asked.number(static_cast<uint32_t>(host->platform_id)).real(host->sensor_value);
  return takeTurn(sketch, asked);
}

static csketch_turn loopOnce(csketch_copy *copy) {
  return takeTurn(remote(copy), question(remote(copy), Question::loop));
}

static csketch_call call(csketch_copy *copy, const char *name, const char *argument) {
  Message asked = question(remote(copy), Question::call).text(name).text(argument), answer;
  // The ticket says that something was begun: what came of it is for the turn to say.
  if (!ask(remote(copy), asked, answer)) return {UINT64_MAX, over};
  const uint64_t ticket = answer.number();
  return {ticket, turn(answer)};
}

static bool result(csketch_copy *copy, uint64_t ticket, int32_t *result) {
  Message asked = question(remote(copy), Question::result).number(ticket), answer;
  if (!ask(remote(copy), asked, answer) || answer.number() == 0) return false;
  *result = static_cast<int32_t>(answer.number());
  return true;
}

static csketch_turn receive(csketch_copy *copy, const char *name, const char *data) {
  return takeTurn(
      remote(copy), question(remote(copy), Question::receive).text(name).text(data));
}

static std::vector<std::string> names(Remote &remote, Question kind) {
  Message answer;
  if (!ask(remote, question(remote, kind), answer)) return {};
  std::vector<std::string> names;
  for (uint64_t left = answer.number(); left > 0; left--) names.push_back(answer.text());
  return names;
}

static size_t functionCount(const csketch_copy *copy) {
  remote(copy).functions = names(remote(copy), Question::functions);
  return remote(copy).functions.size();
}

static const char *functionName(const csketch_copy *copy, size_t index) {
  return remote(copy).functions[index].c_str();
}

static size_t subscriptionCount(const csketch_copy *copy) {
  remote(copy).subscriptions = names(remote(copy), Question::subscriptions);
  return remote(copy).subscriptions.size();
}

static const char *subscription(const csketch_copy *copy, size_t index) {
  return remote(copy).subscriptions[index].c_str();
}

static size_t variableCount(const csketch_copy *copy) {
  Remote &sketch = remote(copy);
  sketch.variables.clear();
  Message answer;
  if (!ask(sketch, question(sketch, Question::variables), answer)) return 0;
  for (uint64_t left = answer.number(); left > 0; left--) {
    Variable variable;
    variable.name = answer.text();
    variable.shown.type = static_cast<csketch_type>(answer.number());
    variable.shown.integer = static_cast<int32_t>(answer.number());
    variable.shown.number = answer.real();
    variable.text = answer.text();
    variable.shown.truth = answer.number() != 0;
    sketch.variables.push_back(variable);
  }
  return sketch.variables.size();
}

static const char *variableName(const csketch_copy *copy, size_t index) {
  return remote(copy).variables[index].name.c_str();
}

static csketch_variable variable(csketch_copy *copy, size_t index) {
  Variable &variable = remote(copy).variables[index];
  variable.shown.text = variable.text.c_str();
  return variable.shown;
}

static int pin(const csketch_copy *copy, uint16_t pin) {
  Message answer;
  const Message asked = question(remote(copy), Question::pin).number(pin);
  return ask(remote(copy), asked, answer) ? static_cast<int32_t>(answer.number()) : -1;
}

static void giveBack(csketch_copy *copy) {
  end(remote(copy));
  delete &remote(copy);
}

static int spawn(csketch_command command, int line, int32_t *process) {
  command.input = line;
  int problem = 0;
  for (int attempt = 0; attempt < startAttempts; attempt++) {
    problem = csketch_spawn(&command, process);
    if (problem != ETXTBSY) break;
    usleep(1000);
  }
  return problem;
}

csketch_copy *csketch_begin(const csketch_command *command, int *problem) {
  int ends[2];
  if (socketpair(AF_UNIX, SOCK_STREAM, 0, ends) != 0) {
    *problem = errno;
    return nullptr;
  }
  for (int end : ends) fcntl(end, F_SETFD, FD_CLOEXEC);
#ifdef SO_NOSIGPIPE
  const int yes = 1;
  setsockopt(ends[0], SOL_SOCKET, SO_NOSIGPIPE, &yes, sizeof(yes));
#endif
  int32_t process = 0;
  *problem = spawn(*command, ends[1], &process);
  close(ends[1]);
  if (*problem != 0) {
    close(ends[0]);
    return nullptr;
  }
  Remote *started = new Remote;
  started->process = process;
  started->line = ends[0];
  return reinterpret_cast<csketch_copy *>(started);
}

const csketch_api *csketch_programs(void) {
  static const csketch_api api = {
      0,             nullptr,      giveBack,      start,        loopOnce,
      call,          result,       receive,       functionCount, functionName,
      subscriptionCount, subscription, variableCount, variableName, variable,
      pin,
  };
  return &api;
}
