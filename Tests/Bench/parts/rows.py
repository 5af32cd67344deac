"""The measures, each a function that gives its rows, in the order of the table."""
import clouds
import exchanges
import starts
import walks

ALL = [starts.start_up, starts.open_log, starts.first_reply, clouds.json_route, clouds.many_events,
       exchanges.kept_alive, walks.whole_setup, walks.practice, walks.durable_event,
       exchanges.recordings]
