//> event state {"door":"open","count":3,"list":[1,true]}
void setup() {
  Variant data;
  data.set("door", "open");
  data.set("count", 3);
  VariantArray list;
  list.append(1);
  list.append(true);
  data.set("list", list);
  Map<String, int> counts;
  counts["door"] = 3;
  if (counts.get("door") == 3 && data.get("count").toInt() == 3) {
    Particle.publish("state", "{\"door\":\"open\",\"count\":3,\"list\":" + data.get("list").toJSON() + "}");
  }
}

void loop() {}
