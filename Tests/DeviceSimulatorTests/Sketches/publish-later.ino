//> event later 1
//> pass 1000
//> variable sent = int 1
#include <deque>
std::deque<String> waiting;
particle::Future<bool> answer;
bool isBusy = false;
int sent = 0;

void setup() {
  waiting.push_back("1");
  Particle.variable("sent", sent);
}

void loop() {
  if (isBusy && answer.isDone()) {
    isBusy = false;
    if (answer.isSucceeded()) {
      waiting.pop_front();
      sent++;
    }
  } else if (!isBusy && !waiting.empty() && Particle.connected()) {
    answer = Particle.publish("later", waiting.front(), PRIVATE | WITH_ACK);
    isBusy = true;
  }
}
