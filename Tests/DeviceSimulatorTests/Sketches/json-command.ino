//> call set {"led":"on","level":40,"list":[1,2,3]} = 46
//> call set {"led":"off"} = 0
//> call set nonsense = -1
void setup() { Particle.function("set", set); }
void loop() {}

int set(String command) {
  JSONValue root = JSONValue::parseCopy(command.c_str());
  if (!root.isObject()) return -1;
  int sum = 0;
  JSONObjectIterator member(root);
  while (member.next()) {
    if (member.name() == "level") sum += member.value().toInt();
    if (member.name() == "list") {
      JSONArrayIterator element(member.value());
      while (element.next()) sum += element.value().toInt();
    }
    if (member.name() == "led" && member.value().toString() == "off") return 0;
  }
  return sum;
}
